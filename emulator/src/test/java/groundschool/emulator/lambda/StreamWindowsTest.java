package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import tools.jackson.databind.JsonNode;

/// Streams that are read with state, in several lanes at once, or with a bucket for what fails.
class StreamWindowsTest {

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

    private List<JsonNode> events() {
        return cloud.runtimes.runs.stream()
                .map(run -> StreamOfCustomers.JSON.readTree(run.event()))
                .toList();
    }

    /// Counts the records of a window.
    private void counting() {
        cloud.runtimes.body =
                (_, invocation) -> {
                    var event = StreamOfCustomers.JSON.readTree(invocation.payload());
                    int count = event.at("/state/count").asInt(0) + event.path("Records").size();
                    return "{\"state\":{\"count\":%d}}".formatted(count);
                };
    }

    @Test
    void a_windows_state_is_handed_on_until_its_last_call() {
        counting();
        var mapping =
                cloud.lambda.createEventSourceMapping(m ->
                        m.functionName("greeter")
                                .eventSourceArn(customers.stream())
                                .tumblingWindowInSeconds(60)
                                .startingPosition(EventSourcePosition.TRIM_HORIZON));
        assertThat(mapping.tumblingWindowInSeconds()).isEqualTo(60);
        customers.toTheMinute();

        customers.put("ada");
        customers.advance(Duration.ZERO);
        customers.put("grace");
        customers.advance(Duration.ofSeconds(10));
        assertThat(events()).hasSize(2);
        customers.advance(Duration.ofSeconds(60));

        var first = events().get(0);
        assertThat(first.path("state").toString()).isEqualTo("{}");
        assertThat(first.path("isFinalInvokeForWindow").asBoolean()).isFalse();
        assertThat(first.path("isWindowTerminatedEarly").asBoolean()).isFalse();
        assertThat(first.path("shardId").asString()).startsWith("shardId-");
        assertThat(first.path("eventSourceARN").asString()).isEqualTo(customers.stream());
        assertThat(first.at("/window/start").asString()).endsWith(":00Z");
        assertThat(
                        Duration.between(
                                java.time.Instant.parse(first.at("/window/start").asString()),
                                java.time.Instant.parse(first.at("/window/end").asString())))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(events().get(1).at("/state/count").asInt()).isEqualTo(1);
        var last = events().get(2);
        assertThat(last.path("Records")).isEmpty();
        assertThat(last.at("/state/count").asInt()).isEqualTo(2);
        assertThat(last.path("isFinalInvokeForWindow").asBoolean()).isTrue();
        customers.put("edsger");
        customers.advance(Duration.ZERO);
        assertThat(events()).hasSize(4);
        assertThat(events().get(3).path("state").toString()).isEqualTo("{}");
    }

    @Test
    void records_of_two_windows_are_never_in_one_event() {
        counting();
        var mapping = customers.join(m -> m.enabled(false).tumblingWindowInSeconds(30));
        customers.toTheMinute();
        customers.put("ada");
        customers.advance(Duration.ofSeconds(40));
        customers.put("grace");
        cloud.lambda.updateEventSourceMapping(m -> m.uuid(mapping.uuid()).enabled(true));
        customers.advance(Duration.ZERO);

        assertThat(events().stream().map(event -> event.path("Records").size()))
                .containsExactly(1, 0, 1);
    }

    @Test
    void an_answer_without_state_is_a_failure() {
        cloud.runtimes.body = (_, _) -> "{}";
        var mapping = customers.join(m -> m.tumblingWindowInSeconds(60).maximumRetryAttempts(0));

        customers.put("ada");
        customers.advance(Duration.ZERO);

        assertThat(
                        cloud.lambda
                                .getEventSourceMapping(m -> m.uuid(mapping.uuid()))
                                .lastProcessingResult())
                .isEqualTo("PROBLEM: Function call failed");
    }

    @Test
    void a_window_whose_state_is_too_large_ends_early() {
        cloud.runtimes.body =
                (_, _) -> "{\"state\":{\"all\":\"%s\"}}".formatted("x".repeat(1024 * 1024));
        customers.join(m -> m.tumblingWindowInSeconds(900));
        customers.toTheMinute();

        customers.put("ada");
        customers.advance(Duration.ZERO);

        assertThat(events()).hasSize(2);
        assertThat(events().get(1).path("isWindowTerminatedEarly").asBoolean()).isTrue();
        assertThat(events().get(1).path("isFinalInvokeForWindow").asBoolean()).isFalse();
        customers.put("grace");
        customers.advance(Duration.ZERO);
        assertThat(events().get(2).path("state").toString()).isEqualTo("{}");
        assertThat(events().get(2).path("window")).isEqualTo(events().get(0).path("window"));
    }

    @Test
    void lanes_run_at_once_and_keep_the_order_of_each_item() throws Exception {
        var both = new CountDownLatch(2);
        var seen = new CopyOnWriteArrayList<String>();
        cloud.runtimes.body =
                (_, invocation) -> {
                    var event = StreamOfCustomers.JSON.readTree(invocation.payload());
                    both.countDown();
                    try {
                        assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    event.path("Records")
                            .forEach(record ->
                                    seen.add(
                                            record.at("/dynamodb/Keys/id/S").asString()
                                                    + record.at("/dynamodb/NewImage/n/N")
                                                            .asString()));
                    return "1";
                };
        var mapping = customers.join(m -> m.enabled(false).parallelizationFactor(10));
        assertThat(mapping.parallelizationFactor()).isEqualTo(10);
        for (int n = 1; n <= 3; n++) {
            for (var id : List.of("a", "b", "c", "d", "e", "f")) {
                customers.put(id, n);
            }
        }

        cloud.sandbox().clock().run(1);
        cloud.lambda.updateEventSourceMapping(m -> m.uuid(mapping.uuid()).enabled(true));
        for (int i = 0; i < 2000 && seen.size() < 18; i++) {
            Thread.sleep(5);
        }

        assertThat(seen).hasSize(18).doesNotHaveDuplicates();
        for (var id : List.of("a", "b", "c", "d", "e", "f")) {
            assertThat(seen.stream().filter(each -> each.startsWith(id)))
                    .containsExactly(id + "1", id + "2", id + "3");
        }
    }

    @Test
    void other_lanes_leave_nothing_out() {
        cloud.runtimes.body = (_, _) -> "1";
        var mapping = customers.join(m -> m.parallelizationFactor(3));
        customers.put("ada");
        customers.advance(Duration.ZERO);

        cloud.lambda.updateEventSourceMapping(m -> m.uuid(mapping.uuid()).parallelizationFactor(1));
        customers.put("grace");
        customers.advance(Duration.ZERO);

        assertThat(cloud.runtimes.runs.getLast().event()).contains("grace").doesNotContain("ada");
        assertThat(cloud.runtimes.runs).hasSize(2);
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
