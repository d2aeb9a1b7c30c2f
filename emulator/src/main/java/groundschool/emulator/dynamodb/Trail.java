package groundschool.emulator.dynamodb;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.backup.History;
import groundschool.emulator.dynamodb.replica.ReplicatedWrites;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.dynamodb.schema.TimeToLive;
import groundschool.emulator.dynamodb.stream.StreamLog;
import groundschool.emulator.dynamodb.stream.Streams;
import groundschool.emulator.dynamodb.stream.TableStream;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What a table keeps of its changes, beside its items and indexes, as far as it is set to: when
/// items expire, the records of its stream, and what items were before.
///
/// @param key of the table
/// @param region where the table is
/// @param writes on their way to the replicas of this and other tables
record Trail(
        TableDefinition table,
        KeySchema key,
        String region,
        ReplicatedWrites writes,
        Optional<Expirations> expirations,
        Optional<StreamLog> stream,
        Optional<History> history,
        Supplier<List<Key>> partitions) {

    /// @param sweep deletes what has expired by a time, in a transition of its own
    /// @param partitions the least keys of the table's partitions, as far as they are known
    static Trail of(
            TableDefinition table,
            KeySchema key,
            String region,
            Storage storage,
            ReplicatedWrites writes,
            Consumer<Instant> sweep,
            Supplier<List<Key>> partitions) {
        return new Trail(
                table,
                key,
                region,
                writes,
                table.timeToLive()
                        .filter(TimeToLive::enabled)
                        .map(setting ->
                                new Expirations(
                                        expirationsOf(region, table),
                                        setting.attribute(),
                                        storage,
                                        sweep)),
                table.stream()
                        .filter(TableStream::enabled)
                        .map(newest ->
                                new Streams(region, storage)
                                        .log(table.name(), newest.label(), newest.viewType())),
                table.recovery()
                        .map(setting ->
                                new History(
                                        historyOf(region, table),
                                        Duration.ofDays(setting.days()),
                                        storage)),
                partitions);
    }

    static String historyOf(String region, TableDefinition table) {
        return Table.itemsOf(region, table) + "/history";
    }

    static String expirationsOf(String region, TableDefinition table) {
        return Table.itemsOf(region, table) + "/expirations";
    }

    /// Notes what a call has changed.
    void changed(Key at, Optional<Item> before, Optional<Item> after, Call call) {
        if (!isKeptNowhere()) {
            note(at, before, after, call.now(), false);
            send(at, before, after, call.now());
        }
        expirations.ifPresent(expiring -> expiring.wake(call));
        writes.wake(call);
    }

    /// Notes what was changed in another Region.
    void tookOver(Key at, Optional<Item> before, Optional<Item> after, Call call) {
        note(at, before, after, call.now(), false);
        expirations.ifPresent(expiring -> expiring.wake(call));
    }

    /// Where the items lie that are to be deleted by now, unless another Region deletes them.
    List<Key> due(Instant now) {
        return expirations
                .map(expiring -> expiring.due(now))
                .filter(due -> !due.isEmpty() && writes.expiresItself(table, region))
                .orElse(List.of());
    }

    /// Notes that an item was deleted because it had expired.
    void expired(Key at, Optional<Item> before, Instant now) {
        note(at, before, Optional.empty(), now, true);
        send(at, before, Optional.empty(), now);
    }

    /// Whether nobody wants to know of changes, so that nobody needs to tell whether it is one.
    private boolean isKeptNowhere() {
        return expirations.isEmpty()
                && stream.isEmpty()
                && history.isEmpty()
                && !writes.areSent(table, region);
    }

    private void send(Key at, Optional<Item> before, Optional<Item> after, Instant now) {
        if (!before.equals(after)) {
            var item = after.or(() -> before).orElseThrow();
            writes.send(table, region, at, key.of(item), after, now);
        }
    }

    private void note(
            Key at, Optional<Item> before, Optional<Item> after, Instant now, boolean byService) {
        if (before.equals(after)) {
            return;
        }
        expirations.ifPresent(expiring -> expiring.replace(at, before, after));
        stream.ifPresent(
                log -> log.append(at, partitions.get(), before, after, key, now, byService));
        history.ifPresent(kept -> kept.note(at, before, now));
    }
}
