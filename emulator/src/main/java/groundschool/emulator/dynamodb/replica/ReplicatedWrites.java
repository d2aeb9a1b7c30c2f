package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.KeyFormat;
import groundschool.emulator.dynamodb.RecordFormat;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// The writes that are on their way from one Region to another. They lie in the sandbox's state, so
/// that what was due while nobody looked arrives when somebody does, also after a restart.
///
/// The last writer wins: a Region in which an item is written is not told any more what others
/// wrote to it before. All ways take equally long, and all Regions have one clock, so that this
/// leaves all replicas with what was written last, without a time stamp on every item.
///
/// Source: [Global tables: core
/// concepts](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-CoreConcepts.html)
public final class ReplicatedWrites {

    /// How long a write is on its way; on AWS it is "typically" less than this.
    private static final Duration DELAY = Duration.ofSeconds(1);

    private static final Key LAST = Key.of("last");
    private static final int TICKET_BYTES = Long.BYTES + Integer.BYTES + Long.BYTES;

    private final ReplicationGroups groups;
    private final StoredMap<ReplicatedWrite> byTime;

    /// By where they are going and where in its table the item lies.
    private final StoredMap<Key> byItem;

    private final StoredMap<Long> counter;
    private final Consumer<Call> deliver;
    private volatile Instant wakesAt = Instant.MAX;

    /// @param deliver hands over what has arrived by the call's time, in a transition of its own
    public ReplicatedWrites(Storage storage, Consumer<Call> deliver) {
        this.groups = new ReplicationGroups(storage);
        this.byTime = storage.map("dynamodb/replication", RecordFormat.of(ReplicatedWrite.class));
        this.byItem = storage.map("dynamodb/replication/items", new KeyFormat());
        this.counter = storage.map("dynamodb/replication/counter", RecordFormat.of(Long.class));
        this.deliver = deliver;
    }

    /// Whether nothing is on its way.
    boolean isEmpty() {
        return byTime.isEmpty();
    }

    /// Whether a table deletes what has expired itself, rather than being told of it: of the
    /// replicas of a global table, the first does.
    public boolean expiresItself(TableDefinition table, String region) {
        return groups.of(table, region)
                .filter(group -> !group.replicas().getFirst().region().equals(region))
                .isEmpty();
    }

    /// Whether writes to a table are sent to other Regions.
    public boolean areSent(TableDefinition table, String region) {
        return groups.of(table, region).isPresent();
    }

    /// Sends a write to the other replicas of its table, if there are some.
    ///
    /// @param at where the item lies in the table
    /// @param after absent if the item was deleted
    public void send(
            TableDefinition table,
            String region,
            Key at,
            Item key,
            Optional<Item> after,
            Instant now) {
        var group = groups.of(table, region);
        if (group.isEmpty()) {
            return;
        }
        forget(item(region, table.name(), at));
        group.get()
                .others(region)
                .forEach(replica ->
                        put(
                                item(replica.region(), table.name(), at),
                                new ReplicatedWrite(
                                        replica.region(),
                                        table.name(),
                                        replica.tableId(),
                                        at.toString(),
                                        key,
                                        after,
                                        group.get().hasStrongReads() ? now : now.plus(DELAY))));
    }

    /// Sees to it that what is on its way arrives in time: at once, between replicas that are
    /// strongly consistent.
    public void wake(Call call) {
        if (isEmpty()) {
            return;
        }
        if (next(call.now()).isPresent()) {
            deliver.accept(call);
        }
        byTime.ascending()
                .findFirst()
                .map(entry -> entry.getValue().due())
                .filter(due -> due.isBefore(wakesAt))
                .ifPresent(due -> {
                    wakesAt = due;
                    call.clock()
                            .schedule(
                                    due,
                                    () -> {
                                        wakesAt = Instant.MAX;
                                        deliver.accept(call.at(due));
                                    });
                });
    }

    /// The oldest of the writes that have arrived by a time.
    Optional<Arrived> next(Instant now) {
        return byTime.ascending()
                .findFirst()
                .filter(entry -> !entry.getValue().due().isAfter(now))
                .map(entry -> new Arrived(entry.getKey(), entry.getValue()));
    }

    /// Takes a write that has arrived out of the queue.
    void remove(Arrived arrived) {
        var write = arrived.write();
        var item = item(write.region(), write.table(), write.at());
        byTime.remove(arrived.ticket());
        byItem.remove(joined(item, arrived.ticket().bytes()));
    }

    /// @param ticket where it stands in the queue
    record Arrived(Key ticket, ReplicatedWrite write) {}

    private void put(byte[] item, ReplicatedWrite write) {
        long number = counter.get(LAST).orElse(0L) + 1;
        counter.put(LAST, number);
        var ticket =
                ByteBuffer.allocate(TICKET_BYTES)
                        .putLong(write.due().getEpochSecond() ^ Long.MIN_VALUE)
                        .putInt(write.due().getNano())
                        .putLong(number)
                        .array();
        byTime.put(Key.of(ticket), write);
        byItem.put(joined(item, ticket), Key.of(ticket));
    }

    private void forget(byte[] item) {
        var from = Optional.of(Key.of(item));
        var to = Optional.of(joined(item, new byte[] {(byte) 0xFF}));
        for (var entry : byItem.ascending(from, to).toList()) {
            byTime.remove(entry.getValue());
            byItem.remove(entry.getKey());
        }
    }

    private static byte[] item(String region, String table, Key at) {
        var name = (region + "/" + table + "/").getBytes(StandardCharsets.UTF_8);
        return joined(name, at.bytes()).bytes();
    }

    private static Key joined(byte[] first, byte[] second) {
        return Key.of(
                ByteBuffer.allocate(first.length + second.length).put(first).put(second).array());
    }
}
