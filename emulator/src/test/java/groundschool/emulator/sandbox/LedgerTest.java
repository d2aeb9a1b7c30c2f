package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.sandbox.Ledger.Entry;
import groundschool.emulator.sandbox.Ledger.Failure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LedgerTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir Path folder;

    @Test
    void numbers_calls_from_one_and_remembers_the_last_thousand() {
        var ledger = Ledger.inMemory();

        for (int i = 0; i < 1500; i++) {
            ledger.add(call("PutItem"));
        }

        assertThat(ledger.entries()).hasSize(1000);
        assertThat(ledger.entries().getFirst().number()).isEqualTo(501);
        assertThat(ledger.lastNumber()).isEqualTo(1500);
        assertThat(ledger.since(1498)).extracting(Entry::number).containsExactly(1499L, 1500L);
    }

    @Test
    void keeps_all_of_a_labs_calls_and_counts_on_after_a_restart() {
        var file = folder.resolve("ledger");
        var ledger = Ledger.at(file, Durability.WRITE);
        for (int i = 0; i < 1200; i++) {
            ledger.add(call("PutItem"));
        }
        ledger.sleep();

        var later = Ledger.at(file, Durability.WRITE);
        later.add(call("GetItem"));

        assertThat(later.lastNumber()).isEqualTo(1201);
        assertThat(later.entries()).hasSize(1000);
        assertThat(later.since(0)).hasSize(1201);
        assertThat(later.since(1199))
                .extracting(Entry::operation)
                .containsExactly("PutItem", "GetItem");
    }

    @Test
    void brings_back_all_that_was_noted() {
        var file = folder.resolve("ledger");
        var refused =
                new Entry(
                        0,
                        Instant.parse("2026-03-01T12:00:00.123456789Z"),
                        "arn:aws:iam::111122223333:user/learner",
                        "eu-west-1",
                        "dynamodb",
                        "PutItem",
                        List.of("arn:1", "arn:2"),
                        Body.of(Map.of("TableName", "Bestellungen für Übermorgen"), MAPPER),
                        Optional.empty(),
                        Optional.of(new Failure("ValidationException", "One or more …")),
                        "AdministratorAccess allows every action on every resource.",
                        "[{\"action\":\"dynamodb:PutItem\"}]",
                        Map.of("WriteCapacityUnits arn:1", 1.5),
                        new Ledger.Effect(
                                List.of("Orders id=o-1"), 1, 2, List.of("TableWrite… arn:1")),
                        "REQUEST",
                        Duration.ofNanos(12_345));
        Ledger.at(file, Durability.WRITE).add(refused);

        var entry = Ledger.at(file, Durability.WRITE).entries().getFirst();

        assertThat(entry)
                .usingRecursiveComparison()
                .ignoringFields("number", "input")
                .isEqualTo(refused);
        assertThat(entry.input().json()).isEqualTo(refused.input().json());
    }

    @Test
    void outlasts_the_rewinding_of_its_sandbox() {
        try (var sandboxes = Sandboxes.at(folder.resolve("data"), Durability.WRITE)) {
            var sandbox = sandboxes.open(sandboxes.create("111122223333", true).sandbox());
            var start = sandbox.checkpoint();
            sandbox.ledger().add(call("PutItem"));

            sandbox.rewind(start);
            sandbox.ledger().add(call("GetItem"));
            sandbox.sleep();

            assertThat(sandbox.ledger().since(0))
                    .extracting(Entry::operation)
                    .containsExactly("PutItem", "GetItem");
        }
    }

    @Test
    void remembers_some_of_the_newest_calls_while_its_sandbox_sleeps() {
        var ledger = Ledger.inMemory();
        for (int i = 0; i < 1000; i++) {
            ledger.add(call("PutItem"));
        }

        ledger.sleep();

        assertThat(ledger.entries()).hasSizeBetween(10, 100);
        assertThat(ledger.entries().getLast().number()).isEqualTo(1000);
        ledger.add(call("GetItem"));
        assertThat(ledger.lastNumber()).isEqualTo(1001);
    }

    @Test
    void tells_a_follower_of_each_call_in_order_until_it_stops_to_follow() throws Exception {
        var ledger = Ledger.inMemory();
        ledger.add(call("before"));
        var told = new LinkedBlockingQueue<String>();

        try (var _ = ledger.follow(entry -> told.add(entry.operation()))) {
            ledger.add(call("first"));
            ledger.add(call("second"));
            assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo("second");
        }
        ledger.add(call("after"));

        assertThat(told.poll(50, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void never_waits_for_a_slow_follower_who_still_hears_of_everything() throws Exception {
        var ledger = Ledger.inMemory();
        var release = new CountDownLatch(1);
        var told = new CountDownLatch(1000);

        try (var _ =
                ledger.follow(_ -> {
                    try {
                        release.await();
                    } catch (InterruptedException interrupt) {
                        throw new IllegalStateException(interrupt);
                    }
                    told.countDown();
                })) {
            for (int i = 0; i < 1000; i++) {
                ledger.add(call("PutItem"));
            }
            assertThat(told.getCount()).isEqualTo(1000);
            release.countDown();

            assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void goes_on_telling_a_follower_that_fails() throws Exception {
        var ledger = Ledger.inMemory();
        var told = new CountDownLatch(2);

        try (var _ =
                ledger.follow(_ -> {
                    told.countDown();
                    throw new IllegalStateException("burnt");
                })) {
            ledger.add(call("first"));
            ledger.add(call("second"));

            assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void cuts_bodies_at_four_kilobytes_and_between_characters() {
        var small = Body.of(Map.of("a", 1), MAPPER);
        assertThat(small.isCut()).isFalse();
        assertThat(small.json()).isEqualTo(MAPPER.readTree("{\"a\":1}"));

        for (var padding : List.of("", "x", "xx", "xxx")) {
            var body = Body.of(padding + "ä€😀".repeat(10_000), MAPPER);

            assertThat(body.isCut()).isTrue();
            assertThat(body.bytes()).hasSizeBetween(Body.MAX_BYTES - 3, Body.MAX_BYTES);
            assertThat(body.text()).startsWith("\"" + padding + "ä€😀").endsWith("…");
            assertThat(body.text()).doesNotContain("\uFFFD");
            assertThat(body.json().isString()).isTrue();
        }
    }

    @Test
    void writes_a_small_body_when_somebody_looks() {
        var later = Body.later(Map.of("TableName", "cakes"), MAPPER);

        assertThat(later.text()).isEqualTo("{\"TableName\":\"cakes\"}");
        assertThat(later.isCut()).isFalse();
        assertThat(later.json()).isEqualTo(MAPPER.readTree("{\"TableName\":\"cakes\"}"));
        assertThat(later.bytes()).isSameAs(later.bytes());
        assertThat(Body.later("ä".repeat(5000), MAPPER).isCut()).isTrue();
    }

    @Test
    void writes_no_more_of_a_body_than_it_keeps() {
        var endless = java.util.stream.Stream.iterate("item", item -> item).iterator();

        assertThat(Body.of(endless, MAPPER).isCut()).isTrue();
    }

    @Test
    void says_so_when_its_file_is_of_a_newer_version() {
        var file = folder.resolve("ledger");
        var record = new RecordBuffer();
        record.number(99);
        LogFile.create(file, Durability.WRITE, 1).append(record);

        assertThatThrownBy(() -> Ledger.at(file, Durability.WRITE).entries())
                .isInstanceOf(StorageException.class)
                .hasMessage("A newer version wrote this ledger: an entry has layout 99");
    }

    private static Entry call(String operation) {
        return new Entry(
                0,
                Instant.parse("2026-03-01T12:00:00Z"),
                "arn:aws:iam::111122223333:user/learner",
                "eu-west-1",
                "dynamodb",
                operation,
                List.of("arn:aws:dynamodb:eu-west-1:111122223333:table/orders"),
                Body.none(),
                Optional.of(Body.none()),
                Optional.empty(),
                "allowed",
                "",
                Map.of(),
                Ledger.Effect.NONE,
                "REQUEST",
                Duration.ofMillis(1));
    }
}
