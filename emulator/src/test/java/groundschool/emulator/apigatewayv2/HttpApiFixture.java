package groundschool.emulator.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.apigateway.ApiCloud;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.IntegrationType;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;
import tools.jackson.databind.JsonNode;

/// An account with functions and HTTP APIs.
abstract class HttpApiFixture {

    final ApiCloud cloud = new ApiCloud();
    final ApiGatewayV2Client gateway =
            cloud.client(
                    ApiGatewayV2Client.builder().httpClientBuilder(Apache5HttpClient.builder()));

    @AfterEach
    void close() {
        gateway.close();
        cloud.close();
    }

    HttpResponse<String> get(String api, String path) {
        return cloud.call(api, path);
    }

    String quick() {
        var arn = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"hello\":1}");
        return gateway.createApi(
                        request -> request.name("shop").protocolType(ProtocolType.HTTP).target(arn))
                .apiId();
    }

    JsonNode event() {
        return cloud.functions.events("echo").getLast();
    }

    static void is(HttpResponse<String> answer, int status, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
    }

    String integration(String api, String function) {
        return gateway.createIntegration(request ->
                        request.apiId(api)
                                .integrationType(IntegrationType.AWS_PROXY)
                                .integrationUri(function)
                                .payloadFormatVersion("2.0"))
                .integrationId();
    }
}
