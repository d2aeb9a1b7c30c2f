package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.dynamodb.RecordFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// When the shards of a stream follow each other: every four hours, as on AWS, whether or not there
/// was anything to tell. What is kept is only where each begins; the rest follows from the clock,
/// so that nothing has to be woken up.
///
/// Source: [Reading and processing a
/// stream](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html#Streams.Processing)
final class StreamShards {

    private static final Duration OPEN = Duration.ofHours(4);
    private static final Pattern ID = Pattern.compile("shardId-00(\\d{18})-[0-9a-f]{8}");

    private final String name;
    private final Instant openedAt;

    /// By the number of the shard; the first begins with 1 and is not in it.
    private final StoredMap<Long> starts;

    /// @param name of the stream, unique in the storage
    StreamShards(String name, Instant openedAt, Storage storage) {
        this.name = name;
        this.openedAt = openedAt;
        this.starts = storage.map(startsOf(name), RecordFormat.of(Long.class));
    }

    static String startsOf(String name) {
        return name + "/shards";
    }

    /// Opens the shards that have become due. Each takes a number that no record has, so that all
    /// ranges differ.
    ///
    /// @param last the number that was given last
    /// @return the number that is given last then
    long open(Instant now, long last) {
        long newest = newest();
        long current = indexAt(now);
        long number = last;
        for (long index = Math.max(newest + 1, firstAt(now)); index <= current; index++) {
            number = Math.max(number, 1) + 1;
            starts.put(key(index), number);
        }
        forget(firstAt(now));
        return number;
    }

    /// Those that can still be read, the oldest first: a shard can for a day after it was closed.
    ///
    /// @param now not before `open` was called last
    /// @param ended when the stream was, if it was
    /// @param last the number that was given last
    List<StreamShard> list(Instant now, Optional<Instant> ended, long last) {
        long newest = indexAt(ended.orElse(now));
        return LongStream.rangeClosed(Math.min(firstAt(now), newest), newest)
                .mapToObj(index -> shard(index, index == newest, ended.isPresent(), last))
                .toList();
    }

    private StreamShard shard(long index, boolean isNewest, boolean isEnded, long last) {
        long start = start(index);
        var end =
                isNewest
                        ? isEnded ? Optional.of(Math.max(start, last)) : Optional.<Long>empty()
                        : Optional.of(start(index + 1) - 1);
        return new StreamShard(
                index,
                id(index),
                index == 0 ? Optional.empty() : Optional.of(id(index - 1)),
                start,
                end);
    }

    /// The number of the shard that has that id, or had; absent if none ever did.
    Optional<Long> indexOf(String id, Instant now) {
        var parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var opened = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        return Optional.of(indexAt(opened))
                .filter(index -> index <= indexAt(now) && id(index).equals(id));
    }

    private String id(long index) {
        return "shardId-%020d-%08x"
                .formatted(openedAt.plus(OPEN.multipliedBy(index)).toEpochMilli(), name.hashCode());
    }

    private long indexAt(Instant time) {
        return Math.max(0, Duration.between(openedAt, time).dividedBy(OPEN));
    }

    /// The oldest shard that can still be read.
    private long firstAt(Instant now) {
        return indexAt(now.minus(StreamDefinition.RETENTION));
    }

    private long newest() {
        return starts.descending(Optional.empty(), Optional.empty())
                .findFirst()
                .map(entry -> ByteBuffer.wrap(entry.getKey().bytes()).getLong())
                .orElse(0L);
    }

    private long start(long index) {
        return starts.get(key(index)).orElse(1L);
    }

    private void forget(long before) {
        starts.ascending(Optional.empty(), Optional.of(key(before)))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(starts::remove);
    }

    private static Key key(long index) {
        return Key.of(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
    }
}
