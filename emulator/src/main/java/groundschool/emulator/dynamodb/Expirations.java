package groundschool.emulator.dynamodb;

import groundschool.emulator.Call;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The items of a table that hold a time at which they expire, in the order of those times.
///
/// An expired item can still be read until it is deleted. On AWS that takes up to a few days; here
/// it takes a quarter of an hour on the sandbox's clock, or until somebody looks, so that a sandbox
/// need not stay in memory for what expires in a year.
///
/// Source: [How it works: time to
/// live](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html)
final class Expirations {

    private static final Duration LAG = Duration.ofMinutes(15);

    /// What expires later does not keep the clock busy.
    private static final Duration LOOK_AHEAD = Duration.ofHours(1);

    /// What expired longer ago is taken for a mistake.
    private static final int OLDEST_YEARS = 5;

    private final String attribute;
    private final StoredMap<Key> byTime;
    private final Consumer<Instant> sweep;
    private volatile Instant wakesAt = Instant.MAX;

    /// @param sweep deletes what is due at a time, in a transition of its own
    Expirations(String map, String attribute, Storage storage, Consumer<Instant> sweep) {
        this.attribute = attribute;
        this.byTime = storage.map(map, new KeyFormat());
        this.sweep = sweep;
    }

    /// Notes a change to the item that lies at `at` in the table.
    void replace(Key at, Optional<Item> before, Optional<Item> after) {
        var old = before.flatMap(this::seconds);
        var now = after.flatMap(this::seconds);
        if (!old.equals(now)) {
            old.ifPresent(seconds -> byTime.remove(key(seconds, at)));
            now.ifPresent(seconds -> byTime.put(key(seconds, at), at));
        }
    }

    /// Where the items lie that are to be deleted by now.
    List<Key> due(Instant now) {
        long latest = now.minus(LAG).getEpochSecond();
        return byTime.ascending(Optional.of(oldest(now)), Optional.of(Key.of(bytes(latest + 1))))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Key oldest(Instant now) {
        var time = now.atOffset(ZoneOffset.UTC).minusYears(OLDEST_YEARS).toInstant();
        return Key.of(bytes(time.getEpochSecond()));
    }

    /// Has what expires soon be deleted when its time has come.
    void wake(Call call) {
        byTime.ascending(Optional.of(oldest(call.now())), Optional.empty())
                .findFirst()
                .map(entry -> ByteBuffer.wrap(entry.getKey().bytes()).getLong() ^ Long.MIN_VALUE)
                .map(seconds -> Instant.ofEpochSecond(seconds).plus(LAG))
                .filter(due -> due.isBefore(call.now().plus(LOOK_AHEAD)) && due.isBefore(wakesAt))
                .ifPresent(due -> {
                    wakesAt = due;
                    call.clock()
                            .schedule(
                                    due,
                                    () -> {
                                        wakesAt = Instant.MAX;
                                        sweep.accept(due);
                                    });
                });
    }

    private Optional<Long> seconds(Item item) {
        if (item.get(attribute).orElse(new AttributeValue.NULL())
                instanceof AttributeValue.N(var number)) {
            var seconds = new BigDecimal(number.toString()).toBigInteger();
            boolean isTime =
                    seconds.signum() > 0
                            && seconds.bitLength() < Long.SIZE
                            && seconds.longValue() <= Instant.MAX.minus(LAG).getEpochSecond();
            return isTime ? Optional.of(seconds.longValue()) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Key key(long seconds, Key at) {
        return Key.of(
                ByteBuffer.allocate(Long.BYTES + at.bytes().length)
                        .put(bytes(seconds))
                        .put(at.bytes())
                        .array());
    }

    /// Sorts as the number does.
    private static byte[] bytes(long seconds) {
        return ByteBuffer.allocate(Long.BYTES).putLong(seconds ^ Long.MIN_VALUE).array();
    }
}
