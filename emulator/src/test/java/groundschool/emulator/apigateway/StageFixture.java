package groundschool.emulator.apigateway;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.UpdateStageResponse;

/// An API at a stage.
abstract class StageFixture {

    final ApiCloud cloud = new ApiCloud();
    final AtomicInteger count = new AtomicInteger();
    String api = "";
    String deployment = "";

    @BeforeEach
    void open() {
        var echo = cloud.function("echo");
        cloud.functions.script("echo", _ -> "{\"body\":\"" + count.incrementAndGet() + "\"}");
        api = cloud.api("shop");
        cloud.proxy(api, "/orders", "GET", echo);
        deployment = cloud.deploy(api, "dev");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    UpdateStageResponse update(Op op, String path, String value) {
        return cloud.gateway.updateStage(request ->
                request.restApiId(api)
                        .stageName("dev")
                        .patchOperations(
                                PatchOperation.builder().op(op).path(path).value(value).build()));
    }
}
