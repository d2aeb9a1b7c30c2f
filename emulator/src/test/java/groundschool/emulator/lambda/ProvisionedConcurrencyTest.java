package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyStatusEnum;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

class ProvisionedConcurrencyTest {

    private final LambdaCloud cloud = new LambdaCloud();

    @BeforeEach
    void publish() {
        cloud.create("greeter");
        cloud.lambda.publishVersion(version -> version.functionName("greeter"));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void environments_are_made_after_the_answer_and_then_kept() throws Exception {
        var answer = put("1", 3);

        assertThat(answer).isEqualTo(ProvisionedConcurrencyStatusEnum.IN_PROGRESS);
        var config = settled("1");
        assertThat(config.status()).isEqualTo(ProvisionedConcurrencyStatusEnum.READY);
        assertThat(config.allocatedProvisionedConcurrentExecutions()).isEqualTo(3);
        assertThat(config.lastModified())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0000");
        assertThat(cloud.runtimes.provisioned.values()).containsExactly(3);
        assertThat(
                        cloud.lambda
                                .listProvisionedConcurrencyConfigs(
                                        list -> list.functionName("greeter"))
                                .provisionedConcurrencyConfigs())
                .extracting(each -> each.functionArn())
                .containsExactly(LambdaCloud.ARN + "greeter:1");
        cloud.lambda.deleteProvisionedConcurrencyConfig(
                delete -> delete.functionName("greeter").qualifier("1"));
        assertThat(cloud.runtimes.provisioned).isEmpty();
        assertThatThrownBy(() -> get("1"))
                .isInstanceOf(ProvisionedConcurrencyConfigNotFoundException.class)
                .hasMessageContaining("No Provisioned Concurrency Config found for this function");
    }

    @Test
    void an_init_that_fails_is_told() throws Exception {
        cloud.runtimes.isInitFailing = true;

        put("1", 1);

        var config = settled("1");
        assertThat(config.status()).isEqualTo(ProvisionedConcurrencyStatusEnum.FAILED);
        assertThat(config.statusReason()).isEqualTo("FUNCTION_ERROR_INIT_FAILURE");
        assertThat(config.allocatedProvisionedConcurrentExecutions()).isZero();
    }

    @Test
    void only_what_is_published_has_it() {
        assertThatThrownBy(() -> put("$LATEST", 1))
                .hasMessageContaining(
                        "Provisioned Concurrency Configs cannot be applied to unpublished function versions.");
        assertThatThrownBy(() -> put("7", 1))
                .hasMessageContaining("Function not found: " + LambdaCloud.ARN + "greeter:7");
        assertThatThrownBy(() -> put("none", 1))
                .hasMessageContaining("Cannot find alias arn: " + LambdaCloud.ARN + "greeter:none");
    }

    @Test
    void a_version_and_an_alias_of_it_do_not_both_have_it() {
        cloud.lambda.createAlias(
                alias -> alias.functionName("greeter").name("live").functionVersion("1"));
        put("1", 1);
        assertThatThrownBy(() -> put("live", 1))
                .isInstanceOf(ResourceConflictException.class)
                .hasMessageContaining(
                        "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version");
        cloud.lambda.deleteProvisionedConcurrencyConfig(
                delete -> delete.functionName("greeter").qualifier("1"));
        put("live", 1);

        assertThatThrownBy(() -> put("1", 1))
                .hasMessageContaining("Version is pointed by a Provisioned Concurrency alias");
    }

    @Test
    void it_moves_with_its_alias() throws Exception {
        cloud.lambda.createAlias(
                alias -> alias.functionName("greeter").name("live").functionVersion("1"));
        put("live", 2);
        settled("live");
        var before = cloud.runtimes.provisioned.keySet().iterator().next();
        cloud.lambda.updateFunctionConfiguration(
                update -> update.functionName("greeter").memorySize(256));
        cloud.lambda.publishVersion(version -> version.functionName("greeter"));

        cloud.lambda.updateAlias(
                alias -> alias.functionName("greeter").name("live").functionVersion("2"));

        assertThat(settled("live").status()).isEqualTo(ProvisionedConcurrencyStatusEnum.READY);
        assertThat(cloud.runtimes.provisioned).hasSize(1).doesNotContainKey(before);
    }

    @Test
    void what_is_provisioned_is_taken_from_what_is_reserved() throws Exception {
        cloud.lambda.putFunctionConcurrency(
                limit -> limit.functionName("greeter").reservedConcurrentExecutions(2));
        assertThatThrownBy(() -> put("1", 3))
                .hasMessageContaining(
                        "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function");
        put("1", 2);
        settled("1");

        assertThatThrownBy(() ->
                        cloud.lambda.putFunctionConcurrency(limit ->
                                limit.functionName("greeter").reservedConcurrentExecutions(1)))
                .hasMessageContaining(
                        " ReservedConcurrentExecutions  1 should not be lower than function's total provisioned concurrency [2].");
        assertThatThrownBy(() -> cloud.lambda.invoke(run -> run.functionName("greeter")))
                .isInstanceOf(TooManyRequestsException.class);
        assertThat(
                        cloud.lambda
                                .invoke(run -> run.functionName("greeter").qualifier("1"))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void more_at_once_than_are_ready_take_from_what_all_share() throws Exception {
        put("1", 1);
        settled("1");
        var isHeld = new CountDownLatch(1);
        var areIn = new CountDownLatch(2);
        cloud.runtimes.body =
                (_, _) -> {
                    areIn.countDown();
                    try {
                        isHeld.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "1";
                };
        var first = Thread.startVirtualThread(this::invoke);
        var second = Thread.startVirtualThread(this::invoke);

        areIn.await();
        isHeld.countDown();

        first.join();
        second.join();
        assertThat(cloud.runtimes.runs).hasSize(2);
    }

    @Test
    void an_account_has_no_more_than_it_has() {
        assertThatThrownBy(() -> put("1", 1001))
                .hasMessageContaining(
                        "Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [1000].");
        assertThatThrownBy(() -> put("1", 901))
                .hasMessageContaining(
                        "Specified ConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].");
    }

    private void invoke() {
        cloud.lambda.invoke(run -> run.functionName("greeter").qualifier("1"));
    }

    private ProvisionedConcurrencyStatusEnum put(String qualifier, int count) {
        return cloud.lambda
                .putProvisionedConcurrencyConfig(put ->
                        put.functionName("greeter")
                                .qualifier(qualifier)
                                .provisionedConcurrentExecutions(count))
                .status();
    }

    private GetProvisionedConcurrencyConfigResponse get(String qualifier) {
        return cloud.lambda.getProvisionedConcurrencyConfig(
                get -> get.functionName("greeter").qualifier(qualifier));
    }

    private GetProvisionedConcurrencyConfigResponse settled(String qualifier) throws Exception {
        for (int i = 0; i < 500; i++) {
            var config = get(qualifier);
            if (config.status() != ProvisionedConcurrencyStatusEnum.IN_PROGRESS) {
                return config;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("still in progress");
    }
}
