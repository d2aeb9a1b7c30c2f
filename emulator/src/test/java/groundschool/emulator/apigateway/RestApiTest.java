package groundschool.emulator.apigateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.apigateway.model.ApiKeySourceType;
import software.amazon.awssdk.services.apigateway.model.BadRequestException;
import software.amazon.awssdk.services.apigateway.model.EndpointType;
import software.amazon.awssdk.services.apigateway.model.NotFoundException;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;

/// APIs, as recorded answers of API Gateway have them.
class RestApiTest {

    private final ApiCloud cloud = new ApiCloud();

    @AfterEach
    void close() {
        cloud.close();
    }

    private static PatchOperation patch(Op op, String path, String value) {
        return PatchOperation.builder().op(op).path(path).value(value).build();
    }

    @Test
    void an_api_has_what_aws_gives_it_unless_asked_otherwise() {
        var api = cloud.gateway.createRestApi(request -> request.name("shop"));

        assertThat(api.id()).matches("[a-z0-9]{10}");
        assertThat(api.rootResourceId()).matches("[a-z0-9]{10}");
        assertThat(api.apiKeySource()).isEqualTo(ApiKeySourceType.HEADER);
        assertThat(api.disableExecuteApiEndpoint()).isFalse();
        assertThat(api.endpointConfiguration().types()).containsExactly(EndpointType.EDGE);
        assertThat(api.endpointConfiguration().ipAddressTypeAsString()).isEqualTo("ipv4");
        assertThat(api.hasTags()).isFalse();
        assertThat(api.createdDate()).isNotNull();
        assertThat(cloud.gateway.getRestApis().items()).singleElement().isEqualTo(api(api.id()));
    }

    private software.amazon.awssdk.services.apigateway.model.RestApi api(String id) {
        return cloud.gateway.getRestApis().items().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_is_not_there_is_named_with_the_account() {
        assertThatThrownBy(() -> cloud.gateway.getRestApi(request -> request.restApiId("api_id")))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Invalid API identifier specified 111122223333:api_id");
    }

    @Test
    void a_description_is_not_empty() {
        assertThatThrownBy(() ->
                        cloud.gateway.createRestApi(
                                request -> request.name("shop").description("")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("Description cannot be an empty string");
    }

    @Test
    void a_resource_policy_is_shown_with_its_quotes_escaped() {
        var api =
                cloud.gateway.createRestApi(request ->
                        request.name("shop")
                                .policy(
                                        """
                                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",
                                         "Action":"execute-api:Invoke","Resource":"execute-api:/*"}]}\
                                        """));

        assertThat(api.policy()).startsWith("{\\\"Version\\\":\\\"2012-10-17\\\"");
    }

    @Test
    void media_types_are_added_replaced_and_removed_by_paths() {
        var id = cloud.api("shop");

        cloud.gateway.updateRestApi(request ->
                request.restApiId(id)
                        .patchOperations(
                                patch(Op.ADD, "/binaryMediaTypes/image~1png", ""),
                                patch(Op.ADD, "/binaryMediaTypes/image~1jpeg", "")));
        var replaced =
                cloud.gateway.updateRestApi(request ->
                        request.restApiId(id)
                                .patchOperations(
                                        patch(
                                                Op.REPLACE,
                                                "/binaryMediaTypes/image~1png",
                                                "image/gif")));

        assertThat(replaced.binaryMediaTypes()).containsExactly("image/jpeg", "image/gif");
        assertThat(replaced.hasTags()).isTrue();
        assertThatThrownBy(() ->
                        cloud.gateway.updateRestApi(request ->
                                request.restApiId(id)
                                        .patchOperations(
                                                patch(Op.ADD, "/binaryMediaTypes", "image/gif"))))
                .hasMessageContaining("Invalid patch path /binaryMediaTypes");
    }

    @Test
    void a_compression_size_is_a_number_within_bounds() {
        var id = cloud.api("shop");

        assertThatThrownBy(() -> compress(id, "no-number"))
                .hasMessageContaining(
                        "Invalid minimum compression size, must be between 0 and 10485760");
        assertThatThrownBy(() -> compress(id, "-1"))
                .hasMessageContaining(
                        "Invalid minimum compression size, must be between 0 and 10485760");
        compress(id, "10");
        assertThat(api(id).minimumCompressionSize()).isEqualTo(10);
        compress(id, "");
        assertThat(api(id).minimumCompressionSize()).isNull();
        assertThatThrownBy(() ->
                        cloud.gateway.updateRestApi(request ->
                                request.restApiId(id)
                                        .patchOperations(
                                                patch(Op.ADD, "/minimumCompressionSize", "1"))))
                .hasMessageContaining(
                        "Invalid patch operation specified. Must be one of: [replace]");
    }

    private void compress(String id, String size) {
        cloud.gateway.updateRestApi(request ->
                request.restApiId(id)
                        .patchOperations(patch(Op.REPLACE, "/minimumCompressionSize", size)));
    }

    @Test
    void lists_come_in_pages() {
        for (int i = 0; i < 30; i++) {
            cloud.api("shop" + i);
        }

        assertThat(cloud.gateway.getRestApis().items()).hasSize(25);
        assertThat(cloud.gateway.getRestApisPaginator().items().stream()).hasSize(30);
    }

    @Test
    void tags_are_set_and_taken_away_by_arn() {
        var id = cloud.api("shop");
        var arn = "arn:aws:apigateway:eu-west-1::/restapis/" + id;

        cloud.gateway.tagResource(request ->
                request.resourceArn(arn).tags(java.util.Map.of("team", "sales", "stage", "dev")));
        cloud.gateway.untagResource(request -> request.resourceArn(arn).tagKeys("stage"));

        assertThat(cloud.gateway.getTags(request -> request.resourceArn(arn)).tags())
                .containsOnly(java.util.Map.entry("team", "sales"));
        assertThat(api(id).tags()).containsEntry("team", "sales");
    }

    @Test
    void an_account_shows_its_limits_and_takes_a_role_that_trusts_the_gateway() {
        assertThat(cloud.gateway.getAccount().throttleSettings().burstLimit()).isEqualTo(5000);
        assertThatThrownBy(() -> logRole("arn:aws:iam::111122223333:role/nobody"))
                .hasMessageContaining(
                        "The role ARN does not have required permissions configured.");
        cloud.role();
        logRole(ApiCloud.ROLE);
        assertThat(cloud.gateway.getAccount().cloudwatchRoleArn()).isEqualTo(ApiCloud.ROLE);
    }

    private void logRole(String arn) {
        cloud.gateway.updateAccount(
                request -> request.patchOperations(patch(Op.REPLACE, "/cloudwatchRoleArn", arn)));
    }
}
