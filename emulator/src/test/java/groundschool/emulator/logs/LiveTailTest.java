package groundschool.emulator.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.http.EmulatorServer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionStart;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionUpdate;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseHandler;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseStream;

/// Live Tail, as the SDK's asynchronous client hears it over a real port.
class LiveTailTest {

    private static final String ARN =
            "arn:aws:logs:" + LogAccount.REGION + ":" + LogAccount.ID + ":log-group:";

    private final LogAccount account = new LogAccount();
    private EmulatorServer server;
    private CloudWatchLogsAsyncClient logs;
    private final BlockingQueue<LiveTailSessionStart> starts = new LinkedBlockingQueue<>();
    private final BlockingQueue<LiveTailSessionLogEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> sampled = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        server = EmulatorServer.start(account.emulator(), "127.0.0.1", 0, Set.of());
        var key = account.key();
        logs =
                CloudWatchLogsAsyncClient.builder()
                        .endpointOverride(server.uri())
                        .region(Region.of(LogAccount.REGION))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(key.id(), key.secret())))
                        .overrideConfiguration(settings ->
                                settings.putAdvancedOption(
                                                SdkAdvancedClientOption
                                                        .DISABLE_HOST_PREFIX_INJECTION,
                                                true)
                                        .retryStrategy(retry -> retry.maxAttempts(1)))
                        .build();
        account.group("orders");
        account.group("letters");
    }

    @AfterEach
    void close() {
        server.close();
        // That takes two seconds, for which nobody need wait.
        Thread.startVirtualThread(logs::close);
        account.close();
    }

    @Test
    void whoever_listens_hears_of_events_as_they_are_written() throws Exception {
        account.put("orders", "web", "before");
        var session = tail(tail -> tail.logGroupIdentifiers(ARN + "orders"));
        var start = take(starts);

        account.put("orders", "web", "one", "two");

        assertThat(start.sessionId()).isNotEmpty();
        assertThat(start.logGroupIdentifiers()).containsExactly(ARN + "orders");
        var first = take(events);
        assertThat(first.message()).isEqualTo("one");
        assertThat(first.logStreamName()).isEqualTo("web");
        assertThat(first.logGroupIdentifier()).isEqualTo(LogAccount.ID + ":orders");
        assertThat(first.timestamp()).isEqualTo(account.now());
        assertThat(first.ingestionTime()).isEqualTo(account.now());
        assertThat(take(events).message()).isEqualTo("two");
        assertThat(session).isNotDone();
    }

    @Test
    void an_update_comes_even_if_nothing_was_written() throws Exception {
        tail(tail -> tail.logGroupIdentifiers(ARN + "orders"));

        assertThat(take(sampled)).isFalse();
        assertThat(events).isEmpty();
    }

    @Test
    void only_what_was_asked_for_is_told() throws Exception {
        account.stream("orders", "shop");
        tail(tail ->
                tail.logGroupIdentifiers(ARN + "orders")
                        .logStreamNamePrefixes("sh")
                        .logEventFilterPattern("ERROR"));
        take(starts);

        account.put("letters", "web", "ERROR of another group");
        account.put("orders", "web", "ERROR of another stream");
        account.put("orders", "shop", "all is well", "ERROR at last");

        assertThat(take(events).message()).isEqualTo("ERROR at last");
        assertThat(events).isEmpty();
    }

    @Test
    void of_more_than_500_events_in_a_second_some_are_left_out_and_the_update_says_so()
            throws Exception {
        tail(tail -> tail.logGroupIdentifiers(ARN + "orders"));
        take(starts);
        var many = new String[2_000];
        java.util.Arrays.fill(many, "again");

        account.put("orders", "web", many);

        while (!take(sampled)) {
            continue;
        }
        assertThat(events.size()).isBetween(1, 2_000 - 1);
    }

    @Test
    void what_was_taken_back_is_not_told() throws Exception {
        tail(tail -> tail.logGroupIdentifiers(ARN + "orders"));
        take(starts);

        assertThatThrownBy(() ->
                        account.sandbox()
                                .storage()
                                .transition(() -> {
                                    account.put("orders", "web", "never");
                                    throw new IllegalStateException("the disk is full");
                                }))
                .hasMessage("the disk is full");
        account.put("orders", "web", "but this");

        assertThat(take(events).message()).isEqualTo("but this");
    }

    @Test
    void a_session_outlives_a_rewind() throws Exception {
        var checkpoint = account.sandbox().checkpoint();
        tail(tail -> tail.logGroupIdentifiers(ARN + "orders"));
        take(starts);

        account.sandbox().rewind(checkpoint);
        account.put("orders", "web", "after all");

        assertThat(take(events).message()).isEqualTo("after all");
    }

    @Test
    void a_stop_of_the_port_ends_sessions() throws Exception {
        var session = tail(tail -> tail.logGroupIdentifiers(ARN + "orders"));
        take(starts);

        server.close();

        session.get(60, TimeUnit.SECONDS);
    }

    @Test
    void a_sixteenth_session_is_one_too_many() throws Exception {
        for (int i = 0; i < 15; i++) {
            tail(tail -> tail.logGroupIdentifiers(ARN + "orders"));
            take(starts);
        }

        assertThat(refusal("{'logGroupIdentifiers': ['%sorders']}".formatted(ARN)))
                .isEqualTo("LimitExceededException: Resource limit exceeded.");
    }

    @Test
    void groups_are_named_by_arn_and_must_be_there() {
        assertThat(refusal("{'logGroupIdentifiers': ['orders']}"))
                .startsWith("InvalidParameterException: Each log group must be named by its ARN");
        assertThat(refusal("{'logGroupIdentifiers': ['%sorders:*']}".formatted(ARN)))
                .startsWith("InvalidParameterException: 1 validation error detected: Value '[")
                .contains("at 'logGroupIdentifiers' failed to satisfy constraint");
        assertThat(refusal("{'logGroupIdentifiers': ['%snowhere']}".formatted(ARN)))
                .isEqualTo("ResourceNotFoundException: The specified log group does not exist.");
    }

    @Test
    void streams_are_named_in_one_way_and_of_one_group() {
        assertThat(
                        refusal(
                                "{'logGroupIdentifiers': ['%sorders'], 'logStreamNames': ['web'], 'logStreamNamePrefixes': ['w']}"
                                        .formatted(ARN)))
                .isEqualTo(
                        "InvalidParameterException: logStreamNames and logStreamNamePrefixes are mutually exclusive parameters.");
        assertThat(
                        refusal(
                                "{'logGroupIdentifiers': ['%sorders', '%sletters'], 'logStreamNames': ['web']}"
                                        .formatted(ARN, ARN)))
                .startsWith("InvalidParameterException: ");
    }

    private String refusal(String input) {
        return account.refusal("logs", "StartLiveTail", input);
    }

    private CompletableFuture<Void> tail(Consumer<StartLiveTailRequest.Builder> request) {
        return logs.startLiveTail(
                request,
                StartLiveTailResponseHandler.builder()
                        .onError(_ -> {})
                        .subscriber(() ->
                                new software.amazon.awssdk.utils.async.SequentialSubscriber<
                                        StartLiveTailResponseStream>(
                                        this::hear, new CompletableFuture<>()))
                        .build());
    }

    private void hear(StartLiveTailResponseStream heard) {
        if (heard instanceof LiveTailSessionStart start) {
            starts.add(start);
        }
        if (heard instanceof LiveTailSessionUpdate update) {
            events.addAll(List.copyOf(update.sessionResults()));
            sampled.add(update.sessionMetadata().sampled());
        }
    }

    private static <T> T take(BlockingQueue<T> from) throws InterruptedException {
        var taken = from.poll(60, TimeUnit.SECONDS);
        assertThat(taken).isNotNull();
        return taken;
    }
}
