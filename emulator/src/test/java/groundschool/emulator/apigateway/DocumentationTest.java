package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.apigateway.model.ConflictException;
import software.amazon.awssdk.services.apigateway.model.DocumentationPart;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartLocation;
import software.amazon.awssdk.services.apigateway.model.DocumentationPartType;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import tools.jackson.databind.JsonNode;

/// What is said of an API, its versions, and where it shows: in exported documents.
class DocumentationTest {

    private static final String DOCUMENT =
            """
            {"openapi":"3.0.1","info":{"title":"shop","version":"1"},"paths":{},
             "x-amazon-apigateway-documentation":{"version":"1","documentationParts":[
              {"location":{"type":"API"},"properties":{"info":{"description":"imported"}}},
              {"location":{"type":"RESPONSE","method":"GET","statusCode":"200"},"properties":{"description":"fine"}}]}}
            """;

    private final ApiCloud cloud = new ApiCloud();
    private String api = "";

    @BeforeEach
    void open() {
        api = cloud.api("shop");
        cloud.proxy(
                api,
                "/orders/{id}",
                "GET",
                cloud.function("orders"),
                method -> method.requestParameters(Map.of("method.request.path.id", true)));
        cloud.gateway.putMethodResponse(r ->
                r.restApiId(api)
                        .resourceId(cloud.resource(api, "/orders/{id}"))
                        .httpMethod("GET")
                        .statusCode("200"));
        cloud.deploy(api, "dev");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private DocumentationPart say(
            Consumer<DocumentationPartLocation.Builder> where, String properties) {
        var part =
                cloud.gateway.createDocumentationPart(
                        r -> r.restApiId(api).location(where).properties(properties));
        return DocumentationPart.builder()
                .id(part.id())
                .location(part.location())
                .properties(part.properties())
                .build();
    }

    private void publish(String version) {
        cloud.gateway.createDocumentationVersion(
                r -> r.restApiId(api).documentationVersion(version).stageName("dev"));
    }

    private JsonNode exported(String extensions) {
        return Json.mapper()
                .readTree(
                        cloud.gateway
                                .getExport(r ->
                                        r.restApiId(api)
                                                .stageName("dev")
                                                .exportType("oas30")
                                                .parameters(Map.of("extensions", extensions)))
                                .body()
                                .asUtf8String());
    }

    @Test
    void a_part_is_about_something_and_says_it_once() {
        var part = say(w -> w.type(DocumentationPartType.METHOD), "{\"description\":\"any\"}");

        assertThat(part.location().path()).isEqualTo("/");
        assertThat(part.location().method()).isEqualTo("*");
        assertThatThrownBy(() -> say(w -> w.type("METHOD").path("/"), "{}"))
                .isInstanceOf(ConflictException.class)
                .hasMessageStartingWith(
                        "Documentation part already exists for the specified location: type 'METHOD', path '/', method '*'.");
        assertThatThrownBy(() -> say(w -> w.type("API").path("/"), "{}"))
                .hasMessageContaining("cannot specify a path");
        assertThatThrownBy(() -> say(w -> w.type("MODEL"), "{}"))
                .hasMessageContaining("must specify a name");
        assertThatThrownBy(() -> say(w -> w.type("API"), "no object"))
                .hasMessageContaining("must be a valid JSON object");
        cloud.gateway.deleteDocumentationPart(r -> r.restApiId(api).documentationPartId(part.id()));
        assertThatThrownBy(() ->
                        cloud.gateway.getDocumentationPart(
                                r -> r.restApiId(api).documentationPartId(part.id())))
                .isInstanceOf(NotFoundException.class)
                .hasMessageStartingWith("Invalid Documentation part identifier specified");
    }

    @Test
    void only_properties_can_be_changed() {
        var id = say(w -> w.type("API"), "{\"info\":{}}").id();

        assertThat(change(id, Op.REPLACE, "/properties", "{\"a\":1}")).isEqualTo("{\"a\":1}");
        assertThatThrownBy(() -> change(id, Op.ADD, "/properties", "{}"))
                .hasMessageContaining(
                        "Invalid patch path  '/properties' specified for op 'add'. Please choose supported operations");
        assertThatThrownBy(() -> change(id, Op.REPLACE, "/other", "{}"))
                .hasMessageContaining(
                        "Invalid patch path  '/other' specified for op 'replace'. Must be one of: [/properties]");
    }

    private String change(String id, Op op, String path, String value) {
        return cloud.gateway
                .updateDocumentationPart(r ->
                        r.restApiId(api)
                                .documentationPartId(id)
                                .patchOperations(patch -> patch.op(op).path(path).value(value)))
                .properties();
    }

    @Test
    void what_was_published_shows_in_the_document_of_a_stage() {
        say(w -> w.type("API"), "{\"info\":{\"description\":\"sells bread\"}}");
        say(w -> w.type("METHOD"), "{\"summary\":\"general\",\"description\":\"of all\"}");
        say(
                w -> w.type("METHOD").path("/orders/{id}").method("GET"),
                "{\"description\":\"one order\",\"x-own\":1}");
        say(
                w -> w.type("PATH_PARAMETER").path("/orders/{id}").method("GET").name("id"),
                "{\"description\":\"its number\"}");
        say(
                w -> w.type("RESPONSE").path("/orders").statusCode("200"),
                "{\"description\":\"there it is\"}");
        assertThat(exported("").path("info").has("description")).isFalse();

        publish("v1");
        say(w -> w.type("MODEL").name("Empty"), "{\"description\":\"too late\"}");

        var document = exported("documentation");
        assertThat(document.path("info").path("description").asString()).isEqualTo("sells bread");
        var operation = document.path("paths").path("/orders/{id}").path("get");
        assertThat(operation.path("summary").asString()).isEqualTo("general");
        assertThat(operation.path("description").asString()).isEqualTo("one order");
        assertThat(operation.has("x-own")).isFalse();
        assertThat(operation.path("parameters").get(0).path("description").asString())
                .isEqualTo("its number");
        assertThat(operation.at("/responses/200/description").asString()).isEqualTo("there it is");
        assertThat(document.at("/components/schemas/Empty").has("description")).isFalse();
        assertThat(
                        document.path("x-amazon-apigateway-documentation")
                                .path("documentationParts")
                                .size())
                .isEqualTo(5);
        assertThat(exported("").has("x-amazon-apigateway-documentation")).isFalse();
    }

    @Test
    void a_version_is_named_described_and_stays_while_a_stage_shows_it() {
        publish("v1");

        assertThat(cloud.gateway.getStage(r -> r.restApiId(api).stageName("dev")))
                .satisfies(stage -> assertThat(stage.documentationVersion()).isEqualTo("v1"));
        assertThatThrownBy(() -> publish("v1")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() ->
                        cloud.gateway.deleteDocumentationVersion(
                                r -> r.restApiId(api).documentationVersion("v1")))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> show("v2")).isInstanceOf(NotFoundException.class);
        show("");
        cloud.gateway.updateDocumentationVersion(r ->
                r.restApiId(api)
                        .documentationVersion("v1")
                        .patchOperations(p -> p.op("replace").path("/description").value("new")));
        assertThat(cloud.gateway.getDocumentationVersions(r -> r.restApiId(api)).items())
                .singleElement()
                .satisfies(each -> assertThat(each.description()).isEqualTo("new"));
        cloud.gateway.deleteDocumentationVersion(r -> r.restApiId(api).documentationVersion("v1"));
        assertThatThrownBy(() ->
                        cloud.gateway.getDocumentationVersion(
                                r -> r.restApiId(api).documentationVersion("v1")))
                .isInstanceOf(NotFoundException.class);
    }

    private void show(String version) {
        cloud.gateway.updateStage(r ->
                r.restApiId(api)
                        .stageName("dev")
                        .patchOperations(p ->
                                p.op(Op.REPLACE).path("/documentationVersion").value(version)));
    }

    @Test
    void parts_are_imported_beside_others_or_in_their_place() {
        say(w -> w.type("API"), "{\"info\":{\"description\":\"before\"},\"kept\":true}");
        say(w -> w.type("MODEL").name("Empty"), "{}");

        var merged = imported("merge");
        assertThat(merged.getFirst()).isEqualTo(parts().getFirst().id());
        assertThat(parts().getFirst().properties())
                .isEqualTo("{\"info\":{\"description\":\"imported\"},\"kept\":true}");
        assertThat(parts()).hasSize(3);

        var replaced = imported("overwrite");
        assertThat(parts()).extracting(DocumentationPart::id).containsExactlyElementsOf(replaced);
        assertThat(parts().getLast().location().path()).isEqualTo("/");
        assertThat(
                        cloud.gateway
                                .getDocumentationParts(r -> r.restApiId(api).type("RESPONSE"))
                                .items())
                .hasSize(1);
        assertThatThrownBy(() ->
                        cloud.gateway.importDocumentationParts(
                                r -> r.restApiId(api).body(SdkBytes.fromUtf8String("{"))))
                .hasMessageStartingWith("Unable to build importer with provided input.");
        var other =
                cloud.gateway.importRestApi(r -> r.body(SdkBytes.fromUtf8String(DOCUMENT))).id();
        assertThat(cloud.gateway.getDocumentationParts(r -> r.restApiId(other)).items()).hasSize(2);
    }

    private List<String> imported(String mode) {
        return cloud.gateway
                .importDocumentationParts(
                        r -> r.restApiId(api).mode(mode).body(SdkBytes.fromUtf8String(DOCUMENT)))
                .ids();
    }

    private List<DocumentationPart> parts() {
        return cloud.gateway.getDocumentationParts(r -> r.restApiId(api)).items();
    }
}
