package groundschool.emulator.apigatewayv2;

import groundschool.emulator.Call;
import groundschool.emulator.apigateway.Ids;
import groundschool.emulator.apigateway.Memory;
import groundschool.emulator.apigateway.Shelf;
import groundschool.emulator.apigateway.plan.Buckets;
import groundschool.emulator.apigatewayv2.api.Authorizer;
import groundschool.emulator.apigatewayv2.api.Deployment;
import groundschool.emulator.apigatewayv2.api.HttpApi;
import groundschool.emulator.apigatewayv2.api.Integration;
import groundschool.emulator.apigatewayv2.api.Route;
import groundschool.emulator.apigatewayv2.api.Snapshot;
import groundschool.emulator.apigatewayv2.api.Stage;
import groundschool.emulator.sandbox.Sandbox;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The HTTP APIs and WebSocket APIs of one sandbox, in all Regions, and what belongs to them.
public final class HttpApis {

    /// Unlike AWS, which keeps more: a deployment is a copy of the API.
    private static final int MOST_DEPLOYMENTS = 50;

    private final Sandbox sandbox;
    private final Shelf<HttpApi> apis;
    private final Shelf<Route> routes;
    private final Shelf<Integration> integrations;
    private final Shelf<Authorizer> authorizers;
    private final Shelf<Stage> stages;
    private final Shelf<Deployment> deployments;
    private final Shelf<Snapshot> snapshots;
    private final Shelf<Region> regions;
    private final Replies replies;
    private final Models models;
    private final Memory<Decided> decisions = new Memory<>();
    private final Buckets buckets = new Buckets();

    /// Where an API is.
    public record Region(String name) {}

    HttpApis(Sandbox sandbox) {
        var storage = sandbox.storage();
        this.sandbox = sandbox;
        this.apis = new Shelf<>("apigatewayv2/apis", HttpApi.class, storage);
        this.routes = new Shelf<>("apigatewayv2/routes", Route.class, storage);
        this.integrations = new Shelf<>("apigatewayv2/integrations", Integration.class, storage);
        this.authorizers = new Shelf<>("apigatewayv2/authorizers", Authorizer.class, storage);
        this.stages = new Shelf<>("apigatewayv2/stages", Stage.class, storage);
        this.deployments = new Shelf<>("apigatewayv2/deployments", Deployment.class, storage);
        this.snapshots = new Shelf<>("apigatewayv2/snapshots", Snapshot.class, storage);
        this.regions = new Shelf<>("apigatewayv2/regions", Region.class, storage);
        this.replies = new Replies(storage);
        this.models = new Models(storage);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /// How clients of WebSocket APIs are answered.
    public Replies replies() {
        return replies;
    }

    public Models models() {
        return models;
    }

    /// What authorizers said.
    public Memory<Decided> decisions() {
        return decisions;
    }

    /// Who may come how often.
    public Buckets buckets() {
        return buckets;
    }

    /// The Region that an API is in.
    public Optional<String> regionOf(String api) {
        return regions.get("http", api).map(Region::name);
    }

    public Optional<HttpApi> find(String region, String id) {
        return apis.get(region, id);
    }

    /// @throws AwsException if there is none
    public HttpApi api(String region, String id) {
        return find(region, id)
                .orElseThrow(() ->
                        V2Errors.notFound(
                                "Invalid API identifier specified %s:%s"
                                        .formatted(sandbox.account(), id)));
    }

    public List<HttpApi> all(String region) {
        return apis.below(region).toList();
    }

    public void put(String region, HttpApi api) {
        apis.put(api, region, api.apiId());
        regions.put(new Region(region), "http", api.apiId());
    }

    public void remove(String region, String api) {
        for (var shelf :
                List.of(routes, integrations, authorizers, stages, deployments, snapshots)) {
            shelf.clear(region, api);
        }
        replies.clear(region, api);
        models.clear(region, api);
        apis.remove(region, api);
        regions.remove("http", api);
    }

    /// Removes all that an API consists of, but its stages and what they show.
    public void clear(String region, String api) {
        List.of(routes, integrations, authorizers).forEach(shelf -> shelf.clear(region, api));
        replies.clear(region, api);
    }

    public Route route(String region, String api, String id) {
        return routes.get(region, api, id)
                .orElseThrow(() ->
                        V2Errors.notFound(
                                "Unable to find Route by id " + id + " within the ApiId " + api));
    }

    public List<Route> routes(String region, String api) {
        return routes.below(region, api).toList();
    }

    public void put(String region, String api, Route route) {
        routes.put(route, region, api, route.routeId());
    }

    public void removeRoute(String region, String api, String id) {
        replies.clearRoute(region, api, id);
        routes.remove(region, api, id);
    }

    public Integration integration(String region, String api, String id) {
        return integrations
                .get(region, api, id)
                .orElseThrow(() ->
                        V2Errors.notFound(
                                "Unable to find Integration by id "
                                        + id
                                        + " within the ApiId "
                                        + api));
    }

    public List<Integration> integrations(String region, String api) {
        return integrations.below(region, api).toList();
    }

    public void put(String region, String api, Integration integration) {
        integrations.put(integration, region, api, integration.integrationId());
    }

    public void removeIntegration(String region, String api, String id) {
        replies.clearIntegration(region, api, id);
        integrations.remove(region, api, id);
    }

    public Authorizer authorizer(String region, String api, String id) {
        return authorizers
                .get(region, api, id)
                .orElseThrow(() -> V2Errors.notFound("Invalid Authorizer identifier specified"));
    }

    public List<Authorizer> authorizers(String region, String api) {
        return authorizers.below(region, api).toList();
    }

    public void put(String region, String api, Authorizer authorizer) {
        authorizers.put(authorizer, region, api, authorizer.authorizerId());
    }

    public void removeAuthorizer(String region, String api, String id) {
        authorizers.remove(region, api, id);
    }

    public Optional<Stage> findStage(String region, String api, String name) {
        return stages.get(region, api, name);
    }

    public Stage stage(String region, String api, String name) {
        return findStage(region, api, name)
                .orElseThrow(() -> V2Errors.notFound("Invalid stage identifier specified"));
    }

    public List<Stage> stages(String region, String api) {
        return stages.below(region, api).toList();
    }

    public void put(String region, String api, Stage stage) {
        stages.put(stage, region, api, stage.stageName());
    }

    public void removeStage(String region, String api, String name) {
        stages.remove(region, api, name);
    }

    public Deployment deployment(String region, String api, String id) {
        return deployments
                .get(region, api, id)
                .orElseThrow(() -> V2Errors.notFound("Invalid Deployment identifier specified"));
    }

    public List<Deployment> deployments(String region, String api) {
        return deployments
                .below(region, api)
                .sorted(Comparator.comparing(Deployment::createdDate))
                .toList();
    }

    public void put(String region, String api, Deployment deployment) {
        deployments.put(deployment, region, api, deployment.deploymentId());
    }

    public void removeDeployment(String region, String api, String id) {
        deployments.remove(region, api, id);
        snapshots.remove(region, api, id);
    }

    public Optional<Snapshot> snapshot(String region, String api, String deployment) {
        return snapshots.get(region, api, deployment);
    }

    /// Makes a deployment of what the API is now.
    public Deployment deploy(
            HttpApi api, Optional<String> description, boolean byItself, Call call) {
        var region = call.region();
        forgetOld(region, api.apiId());
        var deployment =
                new Deployment(
                        Ids.next(call.random(), Ids.SHORT),
                        byItself,
                        Times.text(call.now()),
                        "DEPLOYED",
                        description);
        put(region, api.apiId(), deployment);
        snapshots.put(now(region, api), region, api.apiId(), deployment.deploymentId());
        return deployment;
    }

    /// What the API is now.
    public Snapshot now(String region, HttpApi api) {
        var id = api.apiId();
        return new Snapshot(
                api,
                routes(region, id),
                integrations(region, id),
                authorizers(region, id),
                Optional.of(replies.of(region, id, integrations(region, id))),
                Optional.of(replies.ofAll(region, id, routes(region, id))),
                Optional.of(models.of(region, id)));
    }

    private void forgetOld(String region, String api) {
        var shown =
                stages(region, api).stream()
                        .flatMap(stage -> stage.deploymentId().stream())
                        .toList();
        var old =
                deployments(region, api).stream()
                        .filter(each -> !shown.contains(each.deploymentId()))
                        .toList();
        if (old.size() >= MOST_DEPLOYMENTS) {
            removeDeployment(region, api, old.getFirst().deploymentId());
        }
    }

    /// Shows a change at the stages that deploy by themselves.
    public void changed(String api, Call call) {
        var region = call.region();
        var waiting = stages(region, api).stream().filter(Stage::autoDeploy).toList();
        if (waiting.isEmpty()) {
            return;
        }
        var deployment =
                deploy(
                        api(region, api),
                        Optional.of(
                                "Automatic deployment triggered by changes to the Api configuration"),
                        true,
                        call);
        for (var stage : waiting) {
            put(
                    region,
                    api,
                    stage.deploying(deployment.deploymentId(), true, Times.text(call.now())));
        }
    }
}
