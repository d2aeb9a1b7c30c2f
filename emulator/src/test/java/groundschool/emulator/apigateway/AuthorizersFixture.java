package groundschool.emulator.apigateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// An API whose methods ask a function.
abstract class AuthorizersFixture {

    final ApiCloud cloud = new ApiCloud();
    String api = "";
    String echo = "";
    String judge = "";

    @BeforeEach
    void open() {
        echo = cloud.function("echo");
        judge = cloud.function("judge");
        cloud.functions.script("echo", _ -> "{\"statusCode\":200,\"body\":\"hello\"}");
        cloud.functions.script(
                "judge", event -> verdict("Allow", event.path("methodArn").asString()));
        api = cloud.api("shop");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    static String verdict(String effect, String resource) {
        return """
        {"principalId":"ann","context":{"level":7,"vip":true,"name":"Ann"},"policyDocument":{"Version":"2012-10-17",
         "Statement":[{"Action":"execute-api:Invoke","Effect":"%s","Resource":"%s"}]}}\
        """
                .formatted(effect, resource);
    }
}
