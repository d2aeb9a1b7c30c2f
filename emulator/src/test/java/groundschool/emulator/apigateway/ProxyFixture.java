package groundschool.emulator.apigateway;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// An API that gives all to a function.
abstract class ProxyFixture {

    final ApiCloud cloud = new ApiCloud();
    String api = "";

    @BeforeEach
    void open() {
        var arn = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"statusCode\":200,\"body\":\"hello\"}");
        api = cloud.api("shop");
        cloud.proxy(api, "/{proxy+}", "ANY", arn);
        cloud.proxy(api, "/orders/{id}", "GET", arn);
        cloud.deploy(api, "dev");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    JsonNode event() {
        return cloud.functions.events("echo").getLast();
    }
}
