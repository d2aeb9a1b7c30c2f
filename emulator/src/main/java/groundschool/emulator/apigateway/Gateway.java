package groundschool.emulator.apigateway;

import groundschool.emulator.apigateway.documentation.Documentation;
import groundschool.emulator.apigateway.plan.ApiKey;
import groundschool.emulator.apigateway.plan.Buckets;
import groundschool.emulator.apigateway.plan.DayUsage;
import groundschool.emulator.apigateway.plan.Plans;
import groundschool.emulator.apigateway.plan.UsagePlan;
import groundschool.emulator.apigateway.plan.UsagePlanKey;
import groundschool.emulator.apigateway.rest.Authorizer;
import groundschool.emulator.apigateway.rest.Deployment;
import groundschool.emulator.apigateway.rest.GatewayResponse;
import groundschool.emulator.apigateway.rest.Model;
import groundschool.emulator.apigateway.rest.RequestValidator;
import groundschool.emulator.apigateway.rest.Resource;
import groundschool.emulator.apigateway.rest.RestApi;
import groundschool.emulator.apigateway.rest.Snapshot;
import groundschool.emulator.apigateway.rest.Stage;
import groundschool.emulator.apigateway.serve.AuthorizerAnswer;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.sandbox.Sandbox;
import java.util.Optional;

/// The REST APIs of one sandbox, in all Regions, and what belongs to them.
public final class Gateway {

    private final Sandbox sandbox;
    final Shelf<RestApi> apis;
    final Shelf<Resource> resources;
    final Shelf<Authorizer> authorizers;
    final Shelf<Model> models;
    final Shelf<RequestValidator> validators;
    final Shelf<GatewayResponse> responses;
    final Shelf<Deployment> deployments;
    final Shelf<Snapshot> snapshots;
    final Shelf<Stage> stages;
    private final Shelf<Text> regions;
    private final Shelf<Text> logRoles;
    private final Shelf<ApiKey> keys;
    private final Shelf<Text> keyValues;
    private final Shelf<UsagePlan> plans;
    private final Shelf<UsagePlanKey> planKeys;
    private final Shelf<DayUsage> usage;
    private final Documentation documentation;
    private final Memory<AuthorizerAnswer> decisions = new Memory<>();
    private final Memory<Outgoing> answers = new Memory<>();
    private final Buckets buckets = new Buckets();

    /// One text.
    public record Text(String text) {}

    Gateway(Sandbox sandbox) {
        var storage = sandbox.storage();
        this.sandbox = sandbox;
        this.apis = new Shelf<>("apigateway/apis", RestApi.class, storage);
        this.resources = new Shelf<>("apigateway/resources", Resource.class, storage);
        this.authorizers = new Shelf<>("apigateway/authorizers", Authorizer.class, storage);
        this.models = new Shelf<>("apigateway/models", Model.class, storage);
        this.validators = new Shelf<>("apigateway/validators", RequestValidator.class, storage);
        this.responses = new Shelf<>("apigateway/responses", GatewayResponse.class, storage);
        this.deployments = new Shelf<>("apigateway/deployments", Deployment.class, storage);
        this.snapshots = new Shelf<>("apigateway/snapshots", Snapshot.class, storage);
        this.stages = new Shelf<>("apigateway/stages", Stage.class, storage);
        this.regions = new Shelf<>("apigateway/regions", Text.class, storage);
        this.logRoles = new Shelf<>("apigateway/log-roles", Text.class, storage);
        this.keys = new Shelf<>("apigateway/keys", ApiKey.class, storage);
        this.keyValues = new Shelf<>("apigateway/key-values", Text.class, storage);
        this.plans = new Shelf<>("apigateway/plans", UsagePlan.class, storage);
        this.planKeys = new Shelf<>("apigateway/plan-keys", UsagePlanKey.class, storage);
        this.documentation = new Documentation(storage);
        this.usage = new Shelf<>("apigateway/usage", DayUsage.class, storage);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /// Those of one Region.
    public RestApis in(String region) {
        return new RestApis(this, region, sandbox.account());
    }

    /// The state of a sandbox, for what is remembered in memory: what is kept needs a transition.
    public static Gateway of(Sandbox sandbox) {
        return sandbox.storage().transition(() -> sandbox.state(ApiGateway.SERVICE));
    }

    /// What authorizers said.
    public Memory<AuthorizerAnswer> decisions() {
        return decisions;
    }

    /// What backends answered.
    public Memory<Outgoing> answers() {
        return answers;
    }

    /// Who may come how often.
    public Buckets buckets() {
        return buckets;
    }

    /// The keys and usage plans of one Region.
    public Plans plans(String region) {
        return new Plans(keys, keyValues, plans, planKeys, usage, region);
    }

    /// What is said of APIs.
    public Documentation documentation() {
        return documentation;
    }

    /// The Region that an API is in, whose requests say nothing of it.
    public Optional<String> regionOf(String api) {
        return regions.get("rest", api).map(Text::text);
    }

    void isIn(String api, String region) {
        regions.put(new Text(region), "rest", api);
    }

    void isGone(String api) {
        regions.remove("rest", api);
    }

    /// The role that logs of a Region are written as.
    public Optional<String> logRole(String region) {
        return logRoles.get(region).map(Text::text);
    }

    public void setLogRole(Optional<String> role, String region) {
        role.ifPresentOrElse(
                arn -> logRoles.put(new Text(arn), region), () -> logRoles.remove(region));
    }
}
