package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/// Records of a stream that a function does not take, and who is told of them.
class StreamLossesTest {

    private final LambdaCloud cloud = new LambdaCloud();
    private final StreamOfCustomers customers = new StreamOfCustomers(cloud);

    @BeforeEach
    void create() {
        cloud.create("greeter");
        customers.create();
        customers.mayRead();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void records_that_are_given_up_are_told_to_a_bucket() {
        cloud.runtimes.body = (_, _) -> new ScriptedRuntimes.Failure("{}");
        customers.bucket("lost");
        customers.mayWrite();
        var mapping =
                customers.join(m ->
                        m.maximumRetryAttempts(1)
                                .destinationConfig(
                                        d -> d.onFailure(f -> f.destination("arn:aws:s3:::lost"))));
        assertThat(mapping.destinationConfig().onFailure().destination())
                .isEqualTo("arn:aws:s3:::lost");

        customers.put("ada");
        customers.advance(Duration.ofMinutes(1));

        var key = customers.keys("lost").getFirst();
        assertThat(key)
                .matches(
                        "aws/lambda/%s/shardId-[0-9a-f-]+/\\d{4}/\\d\\d/\\d\\d/\\d{4}-\\d\\d-\\d\\dT\\d\\d\\.\\d\\d\\.\\d\\d-[0-9a-f-]{36}"
                                .formatted(mapping.uuid()));
        var document = customers.object("lost", key);
        var run = cloud.runtimes.runs.getLast();
        assertThat(document.at("/requestContext/requestId").asString())
                .isEqualTo(run.invocation().requestId());
        assertThat(document.at("/requestContext/functionArn").asString())
                .isEqualTo(LambdaCloud.ARN + "greeter");
        assertThat(document.at("/requestContext/condition").asString())
                .isEqualTo("RetryAttemptsExhausted");
        assertThat(document.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(2);
        assertThat(document.path("responseContext").toString())
                .isEqualTo(
                        "{\"statusCode\":200,\"executedVersion\":\"$LATEST\",\"functionError\":\"Unhandled\"}");
        assertThat(document.path("version").asString()).isEqualTo("1.0");
        var info = document.path("DDBStreamBatchInfo");
        assertThat(info.path("batchSize").asInt()).isEqualTo(1);
        assertThat(info.path("streamArn").asString()).isEqualTo(customers.stream());
        assertThat(info.path("startSequenceNumber")).isEqualTo(info.path("endSequenceNumber"));
        assertThat(info.path("approximateArrivalOfFirstRecord").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(StreamOfCustomers.JSON.readTree(document.path("payload").asString()))
                .isEqualTo(StreamOfCustomers.JSON.readTree(run.event()));
    }

    @Test
    void a_mapping_that_is_asked_to_counts_what_became_of_its_records() {
        cloud.runtimes.body = (_, _) -> new ScriptedRuntimes.Failure("{}");
        var mapping =
                customers.join(m ->
                        m.maximumRetryAttempts(1)
                                .metricsConfig(how -> how.metricsWithStrings("EventCount"))
                                .filterCriteria(criteria ->
                                        criteria.filters(filter ->
                                                filter.pattern(
                                                        "{\"dynamodb\":{\"Keys\":{\"id\":{\"S\":[\"ada\"]}}}}"))));
        assertThat(mapping.metricsConfig().metricsAsStrings()).containsExactly("EventCount");

        customers.put("ada");
        customers.put("grace");
        customers.advance(Duration.ofMinutes(1));

        assertThat(customers.counted(mapping.uuid(), "PolledEventCount")).isEqualTo(2);
        assertThat(customers.counted(mapping.uuid(), "FilteredOutEventCount")).isEqualTo(1);
        assertThat(customers.counted(mapping.uuid(), "InvokedEventCount")).isEqualTo(2);
        assertThat(customers.counted(mapping.uuid(), "FailedInvokeEventCount")).isEqualTo(2);
        assertThat(customers.counted(mapping.uuid(), "DroppedEventCount")).isEqualTo(1);
    }

    @Test
    void records_that_are_too_old_are_told_without_an_answer() {
        var calls = new AtomicInteger();
        cloud.runtimes.body = (_, _) -> calls.incrementAndGet() + "";
        customers.bucket("lost");
        customers.mayWrite();
        var mapping =
                customers.join(m ->
                        m.enabled(false)
                                .maximumRecordAgeInSeconds(60)
                                .destinationConfig(
                                        d -> d.onFailure(f -> f.destination("arn:aws:s3:::lost"))));
        customers.put("ada");
        customers.advance(Duration.ofMinutes(5));
        cloud.lambda.updateEventSourceMapping(m -> m.uuid(mapping.uuid()).enabled(true));
        customers.advance(Duration.ZERO);

        var document = customers.object("lost", customers.keys("lost").getFirst());
        assertThat(document.at("/requestContext/condition").asString())
                .isEqualTo("RecordAgeExceeded");
        assertThat(document.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(1);
        assertThat(document.has("responseContext")).isFalse();
        assertThat(calls.get()).isZero();
    }

    @Test
    void a_role_that_may_not_write_to_the_bucket_loses_the_records_all_the_same() {
        cloud.runtimes.body = (_, _) -> new ScriptedRuntimes.Failure("{}");
        customers.bucket("lost");
        customers.join(m ->
                m.maximumRetryAttempts(0)
                        .destinationConfig(
                                d -> d.onFailure(f -> f.destination("arn:aws:s3:::lost"))));

        customers.put("ada");
        customers.advance(Duration.ofMinutes(1));

        assertThat(customers.keys("lost")).isEmpty();
        assertThat(cloud.runtimes.runs).hasSize(1);
    }

    @Test
    void only_buckets_are_told() {
        assertThatThrownBy(() -> joinTelling("arn:aws:sqs:eu-west-1:111122223333:lost"))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining("destinations of the service sqs");
        assertThatThrownBy(() -> joinTelling(LambdaCloud.ARN + "greeter"))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining(
                        "The provided destination config DestinationConfig(onSuccess=null, onFailure=OnFailure(destination=%sgreeter)) is invalid."
                                .formatted(LambdaCloud.ARN));
        assertThatThrownBy(() -> customers.join(m -> m.parallelizationFactor(11)))
                .isInstanceOf(LambdaException.class)
                .hasMessageContaining("parallelizationFactor");
        assertThatThrownBy(() -> customers.join(m -> m.tumblingWindowInSeconds(901)))
                .isInstanceOf(LambdaException.class)
                .hasMessageContaining("tumblingWindowInSeconds");
    }

    private void joinTelling(String destination) {
        customers.join(m -> m.destinationConfig(d -> d.onFailure(f -> f.destination(destination))));
    }
}
