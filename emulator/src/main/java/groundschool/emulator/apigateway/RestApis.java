package groundschool.emulator.apigateway;

import groundschool.emulator.apigateway.rest.Authorizer;
import groundschool.emulator.apigateway.rest.Deployment;
import groundschool.emulator.apigateway.rest.GatewayResponse;
import groundschool.emulator.apigateway.rest.Method;
import groundschool.emulator.apigateway.rest.Model;
import groundschool.emulator.apigateway.rest.RequestValidator;
import groundschool.emulator.apigateway.rest.Resource;
import groundschool.emulator.apigateway.rest.RestApi;
import groundschool.emulator.apigateway.rest.Snapshot;
import groundschool.emulator.apigateway.rest.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The REST APIs of one Region. What is not there is refused in AWS's words.
///
/// @param account twelve digits
public record RestApis(Gateway gateway, String region, String account) {

    /// By what requests find the sandbox that has an API, before anything else is known of them.
    public static String claim(String api) {
        return "execute-api:" + api;
    }

    public Optional<RestApi> find(String id) {
        return gateway.apis.get(region, id);
    }

    public RestApi api(String id) {
        return find(id).orElseThrow(() -> GatewayErrors.noApi(account, id));
    }

    /// All, by id.
    public List<RestApi> all() {
        return gateway.apis.below(region).toList();
    }

    public void put(RestApi api) {
        gateway.apis.put(api, region, api.id());
        gateway.isIn(api.id(), region);
    }

    /// Leaves an API its deployments and stages, and an empty root.
    public void clear(RestApi api) {
        for (var shelf :
                List.of(
                        gateway.resources,
                        gateway.authorizers,
                        gateway.models,
                        gateway.validators,
                        gateway.responses)) {
            shelf.clear(region, api.id());
        }
        put(api.id(), Resource.root(api.rootResourceId()));
    }

    /// Removes an API with all that belongs to it.
    public void remove(RestApi api) {
        for (var shelf :
                List.of(
                        gateway.resources,
                        gateway.authorizers,
                        gateway.models,
                        gateway.validators,
                        gateway.responses,
                        gateway.deployments,
                        gateway.snapshots,
                        gateway.stages)) {
            shelf.clear(region, api.id());
        }
        gateway.documentation().clear(region, api.id());
        gateway.apis.remove(region, api.id());
        gateway.isGone(api.id());
    }

    /// Of an API that is not there, AWS says that it is the resource.
    public Resource resource(String api, String id) {
        return gateway.resources.get(region, api, id).orElseThrow(GatewayErrors::noResource);
    }

    /// All of an API, by path.
    public List<Resource> resources(String api) {
        return gateway.resources
                .below(region, api)
                .sorted(Comparator.comparing(Resource::path))
                .toList();
    }

    public List<Resource> children(String api, String parent) {
        return gateway.resources
                .below(region, api)
                .filter(each -> each.parentId().filter(parent::equals).isPresent())
                .toList();
    }

    public void put(String api, Resource resource) {
        gateway.resources.put(resource, region, api, resource.id());
    }

    /// Removes a resource and all below it.
    public void remove(String api, Resource resource) {
        children(api, resource.id()).forEach(child -> remove(api, child));
        gateway.resources.remove(region, api, resource.id());
    }

    public Method method(String api, String resource, String verb) {
        return resource(api, resource).method(verb);
    }

    public void put(String api, String resource, Method method) {
        put(api, resource(api, resource).with(method));
    }

    public Authorizer authorizer(String api, String id) {
        return gateway.authorizers.get(region, api, id).orElseThrow(GatewayErrors::noAuthorizer);
    }

    public boolean hasAuthorizer(String api, String id) {
        return gateway.authorizers.get(region, api, id).isPresent();
    }

    public List<Authorizer> authorizers(String api) {
        return gateway.authorizers.below(region, api).toList();
    }

    public void put(String api, Authorizer authorizer) {
        gateway.authorizers.put(authorizer, region, api, authorizer.id());
    }

    public void remove(String api, Authorizer authorizer) {
        gateway.authorizers.remove(region, api, authorizer.id());
    }

    public Model model(String api, String name) {
        return findModel(api, name).orElseThrow(() -> GatewayErrors.noModel(name));
    }

    public Optional<Model> findModel(String api, String name) {
        return gateway.models.get(region, api, name);
    }

    public List<Model> models(String api) {
        return gateway.models.below(region, api).toList();
    }

    public void put(String api, Model model) {
        gateway.models.put(model, region, api, model.name());
    }

    public void remove(String api, Model model) {
        gateway.models.remove(region, api, model.name());
    }

    public RequestValidator validator(String api, String id) {
        return findValidator(api, id).orElseThrow(GatewayErrors::noValidator);
    }

    public Optional<RequestValidator> findValidator(String api, String id) {
        return gateway.validators.get(region, api, id);
    }

    public List<RequestValidator> validators(String api) {
        return gateway.validators.below(region, api).toList();
    }

    public void put(String api, RequestValidator validator) {
        gateway.validators.put(validator, region, api, validator.id());
    }

    public void remove(String api, RequestValidator validator) {
        gateway.validators.remove(region, api, validator.id());
    }

    /// Those that an API has of its own.
    public List<GatewayResponse> responses(String api) {
        return gateway.responses.below(region, api).toList();
    }

    public Optional<GatewayResponse> findResponse(String api, String type) {
        return gateway.responses.get(region, api, type);
    }

    public void put(String api, GatewayResponse response) {
        gateway.responses.put(response, region, api, response.responseType());
    }

    public void removeResponse(String api, String type) {
        gateway.responses.remove(region, api, type);
    }

    public Deployment deployment(String api, String id) {
        return findDeployment(api, id).orElseThrow(GatewayErrors::noDeployment);
    }

    public Optional<Deployment> findDeployment(String api, String id) {
        return gateway.deployments.get(region, api, id);
    }

    public List<Deployment> deployments(String api) {
        return gateway.deployments
                .below(region, api)
                .sorted(Comparator.comparing(Deployment::createdDate).thenComparing(Deployment::id))
                .toList();
    }

    public void put(String api, Deployment deployment) {
        gateway.deployments.put(deployment, region, api, deployment.id());
    }

    public void remove(String api, Deployment deployment) {
        gateway.deployments.remove(region, api, deployment.id());
        gateway.snapshots.remove(region, api, deployment.id());
    }

    /// What an API consists of now.
    public Snapshot now(RestApi api) {
        var id = api.id();
        return new Snapshot(
                api, resources(id), authorizers(id), models(id), validators(id), responses(id));
    }

    /// What an API consisted of when it was deployed.
    public Optional<Snapshot> snapshot(String api, String deployment) {
        return gateway.snapshots.get(region, api, deployment);
    }

    public void put(String api, String deployment, Snapshot snapshot) {
        gateway.snapshots.put(snapshot, region, api, deployment);
    }

    public Stage stage(String api, String name) {
        return findStage(api, name).orElseThrow(GatewayErrors::noStage);
    }

    public Optional<Stage> findStage(String api, String name) {
        return gateway.stages.get(region, api, name);
    }

    public List<Stage> stages(String api) {
        return gateway.stages.below(region, api).toList();
    }

    public void put(String api, Stage stage) {
        gateway.stages.put(stage, region, api, stage.stageName());
    }

    public void remove(String api, Stage stage) {
        gateway.stages.remove(region, api, stage.stageName());
    }
}
