package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
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
}
