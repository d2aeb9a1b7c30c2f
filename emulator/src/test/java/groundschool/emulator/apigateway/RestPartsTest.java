package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.GatewayResponseType;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PutIntegrationRequest;
import software.amazon.awssdk.services.apigateway.model.Resource;
import software.amazon.awssdk.services.apigateway.model.UpdateMethodResponse;

/// Resources, methods, integrations, models and the like, as recorded answers have them.
class RestPartsTest {

    private final ApiCloud cloud = new ApiCloud();
    private String api = "";
    private String root = "";

    @BeforeEach
    void open() {
        api = cloud.api("shop");
        root = cloud.root(api);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private String child(String parent, String part) {
        return cloud.gateway
                .createResource(r -> r.restApiId(api).parentId(parent).pathPart(part))
                .id();
    }

    private void move(String resource, Op op, String path, String value) {
        cloud.gateway.updateResource(r ->
                r.restApiId(api)
                        .resourceId(resource)
                        .patchOperations(p -> p.op(op).path(path).value(value)));
    }

    @Test
    void resources_are_a_tree_whose_paths_follow_when_one_is_moved() {
        var pets = child(root, "pets");
        var sub = child(pets, "sub");
        child(sub, "leaf");

        move(pets, Op.REPLACE, "/pathPart", "dogs");
        move(sub, Op.REPLACE, "/parentId", root);

        assertThat(
                        cloud.gateway.getResources(r -> r.restApiId(api)).items().stream()
                                .map(Resource::path))
                .containsExactly("/", "/dogs", "/sub", "/sub/leaf");
        assertThatThrownBy(() -> move(sub, Op.REPLACE, "/pathPart", "dogs"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(
                        "Another resource with the same parent already has this name: dogs");
        assertThatThrownBy(() -> move(sub, Op.REPLACE, "/parentId", sub))
                .hasMessageContaining("Resources cannot be cyclical.");
        assertThatThrownBy(() -> move(root, Op.REPLACE, "/pathPart", "x"))
                .hasMessageContaining("Root resource cannot update its pathPart.");
        assertThatThrownBy(() -> move(sub, Op.REPLACE, "/invalid", "x"))
                .hasMessageContaining(
                        "Invalid patch path  '/invalid' specified for op 'replace'. Must be one of: [/parentId, /pathPart]");
        assertThatThrownBy(() -> move(sub, Op.REMOVE, "/pathPart", ""))
                .hasMessageContaining(
                        "Invalid patch path  '/pathPart' specified for op 'remove'. Please choose supported operations");
    }

    @Test
    void what_is_greedy_has_no_children_and_one_variable_is_enough() {
        var proxy = child(root, "{proxy+}");

        assertThatThrownBy(() -> child(root, "{child}"))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(
                        "A sibling ({proxy+}) of this resource already has a variable path part -- only one is allowed");
        assertThatThrownBy(() -> child(proxy, "child"))
                .hasMessageContaining(
                        "Cannot create a child of a resource with a greedy path variable: {proxy+}");
        assertThatThrownBy(() -> child("nothing", "x"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Invalid Resource identifier specified");
    }

    private void put(String verb, String type) {
        cloud.gateway.putMethod(
                r -> r.restApiId(api).resourceId(root).httpMethod(verb).authorizationType(type));
    }

    private UpdateMethodResponse update(Op op, String path, String value) {
        return cloud.gateway.updateMethod(r ->
                r.restApiId(api)
                        .resourceId(root)
                        .httpMethod("ANY")
                        .patchOperations(p -> p.op(op).path(path).value(value)));
    }

    @Test
    void a_method_is_one_of_http_s_and_refers_to_what_is_there() {
        assertThatThrownBy(() -> put("TEST", "NONE"))
                .hasMessageContaining(
                        "Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY");
        assertThatThrownBy(() -> put("ANY", "CUSTOM"))
                .hasMessageContaining(
                        "Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.");
        put("ANY", "NONE");

        update(Op.ADD, "/requestParameters/method.request.querystring.optional", "true");
        var changed = update(Op.REPLACE, "/apiKeyRequired", "whatever");
        assertThat(changed.apiKeyRequired()).isFalse();
        assertThat(changed.requestParameters())
                .isEqualTo(Map.of("method.request.querystring.optional", true));
        assertThatThrownBy(() -> update(Op.REPLACE, "/httpMethod", "GET"))
                .hasMessageContaining("Invalid patch path /httpMethod");
        assertThatThrownBy(() -> update(Op.ADD, "/authorizationType", "NONE"))
                .hasMessageContaining(
                        "Invalid patch operation specified. Must be one of: [replace]");
        assertThatThrownBy(() -> update(Op.ADD, "/requestModels/application~1json", "petModel"))
                .hasMessageContaining("Invalid model identifier specified: petModel");
        cloud.gateway.deleteMethod(r -> r.restApiId(api).resourceId(root).httpMethod("ANY"));
        assertThatThrownBy(() -> update(Op.REPLACE, "/apiKeyRequired", "true"))
                .hasMessageContaining("Invalid Method identifier specified");
    }

    private void integrate(Consumer<PutIntegrationRequest.Builder> more) {
        cloud.gateway.putIntegration(r -> {
            r.restApiId(api).resourceId(root).httpMethod("ANY");
            more.accept(r);
        });
    }

    @Test
    void an_integration_shows_what_aws_gives_it() {
        put("ANY", "NONE");
        integrate(r -> r.type("HTTP").integrationHttpMethod("POST").uri("http://example.com"));

        var shown =
                cloud.gateway.getIntegration(
                        r -> r.restApiId(api).resourceId(root).httpMethod("ANY"));

        assertThat(shown.httpMethod()).isEqualTo("POST");
        assertThat(shown.connectionTypeAsString()).isEqualTo("INTERNET");
        assertThat(shown.passthroughBehavior()).isEqualTo("WHEN_NO_MATCH");
        assertThat(shown.timeoutInMillis()).isEqualTo(29_000);
        assertThat(shown.cacheNamespace()).isEqualTo(root);
        assertThat(shown.cacheKeyParameters()).isEmpty();
    }

    @Test
    void an_integration_that_leads_nowhere_is_refused() {
        put("ANY", "NONE");

        assertThatThrownBy(() -> integrate(r -> r.type("HTTP").uri("http://example.com")))
                .hasMessageContaining("Enumeration value for HttpMethod must be non-empty");
        assertThatThrownBy(() ->
                        integrate(r -> r.type("HTTP").integrationHttpMethod("GET").uri("nowhere")))
                .hasMessageContaining("Invalid HTTP endpoint specified for URI");
        assertThatThrownBy(() ->
                        integrate(r ->
                                r.type("AWS_PROXY").integrationHttpMethod("POST").uri("nonsense")))
                .hasMessageContaining("Invalid ARN specified in the request");
        assertThatThrownBy(() ->
                        integrate(r ->
                                r.type("AWS_PROXY")
                                        .integrationHttpMethod("POST")
                                        .uri("arn:aws:apigateway:eu-west-1:lambda:function")))
                .hasMessageContaining("AWS ARN for integration must contain path or action");
        assertThatThrownBy(() ->
                        integrate(r ->
                                r.type("AWS_PROXY")
                                        .integrationHttpMethod("POST")
                                        .uri("arn:aws:apigateway:eu-west-1:s3:path/b/k")))
                .hasMessageContaining(
                        "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.");
        assertThatThrownBy(() ->
                        integrate(r ->
                                r.type("MOCK")
                                        .requestParameters(
                                                Map.of("integration.request.path.a", "true"))))
                .hasMessageContaining(
                        "Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression specified: true]");
        assertThatThrownBy(() ->
                        cloud.gateway.getIntegration(
                                r -> r.restApiId(api).resourceId(root).httpMethod("ANY")))
                .hasMessageContaining("Invalid Integration identifier specified");
    }

    @Test
    void a_model_that_a_method_needs_stays() {
        cloud.gateway.createModel(r ->
                r.restApiId(api)
                        .name("Pet")
                        .contentType("application/json")
                        .schema("{\"type\":\"object\"}"));
        cloud.gateway.putMethod(r ->
                r.restApiId(api)
                        .resourceId(root)
                        .httpMethod("ANY")
                        .authorizationType("NONE")
                        .requestModels(Map.of("application/json", "Pet")));

        assertThatThrownBy(() -> cloud.gateway.deleteModel(r -> r.restApiId(api).modelName("Pet")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining(
                        "Cannot delete model 'Pet', is referenced in method request: //ANY");
        assertThatThrownBy(() ->
                        cloud.gateway.createModel(
                                r -> r.restApiId(api).name("None").contentType("application/json")))
                .hasMessageContaining(
                        "Model schema must have at least 1 property or array items defined");
        assertThat(cloud.gateway.getModels(r -> r.restApiId(api)).items()).hasSize(3);
    }

    @Test
    void gateway_responses_are_aws_s_until_somebody_sets_one() {
        var all = cloud.gateway.getGatewayResponses(r -> r.restApiId(api)).items();
        assertThat(all).hasSize(21).allMatch(each -> each.defaultResponse());

        cloud.gateway.putGatewayResponse(r ->
                r.restApiId(api).responseType(GatewayResponseType.DEFAULT_5_XX).statusCode("599"));

        var failed =
                cloud.gateway.getGatewayResponse(r ->
                        r.restApiId(api).responseType(GatewayResponseType.INTEGRATION_FAILURE));
        assertThat(failed.statusCode()).isEqualTo("599");
        assertThat(failed.defaultResponse()).isTrue();
        cloud.gateway.deleteGatewayResponse(
                r -> r.restApiId(api).responseType(GatewayResponseType.DEFAULT_5_XX));
        assertThatThrownBy(() ->
                        cloud.gateway.deleteGatewayResponse(r ->
                                r.restApiId(api).responseType(GatewayResponseType.DEFAULT_5_XX)))
                .hasMessageContaining("Gateway response type not defined on api");
    }

    @Test
    void what_there_is_not_is_refused_by_name() {
        assertThatThrownBy(() -> cloud.gateway.createDomainName(r -> r.domainName("a.example")))
                .hasMessageContaining("CreateDomainName");
        assertThatThrownBy(() ->
                        cloud.gateway.createRestApi(r -> r.name("x").securityPolicy("TLS_1_2")))
                .hasMessageContaining("securityPolicy");
    }
}
