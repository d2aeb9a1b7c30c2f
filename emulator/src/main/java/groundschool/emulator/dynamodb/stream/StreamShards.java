package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.dynamodb.RecordFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// The shards of a stream: one for each partition of the table. All of them are followed by others
/// every four hours, as on AWS, whether or not there was anything to tell, and when a partition was
/// split. What follows from the clock is made up when somebody looks, so that nothing has to be
/// woken up.
///
/// Unlike on AWS, the shards of partitions that were not split end with that of the one that was.
///
/// Source: [Reading and processing a
/// stream](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html#Streams.Processing)
final class StreamShards {

    private static final Duration OPEN = Duration.ofHours(4);

    /// As many follow each other within the time that a shard can be read, and one more.
    private static final long MOST_BY_CLOCK = 8;

    private final String name;
    private final Instant openedAt;

    /// By their numbers, from 0.
    private final StoredMap<Generation> generations;

    /// What an older version kept: where the shards begin of which there was one at a time.
    private final StoredMap<Long> starts;

    /// Shards that are open at the same time.
    ///
    /// @param start the least number that a record in them can have
    /// @param bounds the least key of each, in order, in hexadecimals; the first has none
    /// @param parents the id of what each came from; nothing for those that began the stream
    record Generation(
            long number, Instant openedAt, long start, List<String> bounds, List<String> parents) {

        /// Which of its shards has a key.
        int slot(Key at) {
            int slot = bounds.size() - 1;
            while (slot > 0 && key(bounds.get(slot)).compareTo(at) > 0) {
                slot--;
            }
            return slot;
        }
    }

    /// @param name of the stream, unique in the storage
    StreamShards(String name, Instant openedAt, Storage storage) {
        this.name = name;
        this.openedAt = openedAt;
        this.generations = storage.map(generationsOf(name), RecordFormat.of(Generation.class));
        this.starts = storage.map(startsOf(name), RecordFormat.of(Long.class));
    }

    static String startsOf(String name) {
        return name + "/shards";
    }

    static String generationsOf(String name) {
        return name + "/generations";
    }

    /// Opens the shards that have become due. Each generation takes a number that no record has, so
    /// that all ranges differ.
    ///
    /// @param last the number that was given last
    /// @param partitions the least keys of the table's partitions, as far as they are known
    /// @return the number that is given last then
    long open(Instant now, long last, List<Key> partitions) {
        var newest = newest().orElseGet(() -> begin(partitions));
        long number = last;
        var first = newest;
        long due = Duration.between(first.openedAt, now).dividedBy(OPEN);
        // After a long time, only those are made up that can be read.
        for (long step = Math.max(1, due - MOST_BY_CLOCK); step <= due; step++) {
            number = Math.max(number, 1) + 1;
            var at = first.openedAt.plus(OPEN.multipliedBy(step));
            newest = follow(newest, at, number, newest.bounds);
        }
        var bounds = new TreeSet<>(newest.bounds);
        partitions.forEach(start -> bounds.add(HexFormat.of().formatHex(start.bytes())));
        if (bounds.size() > newest.bounds.size()
                && now.toEpochMilli() > newest.openedAt.toEpochMilli()) {
            number = Math.max(number, 1) + 1;
            follow(newest, now, number, List.copyOf(bounds));
        }
        forget(now);
        return number;
    }

    private Generation begin(List<Key> partitions) {
        takeOver();
        return newest().orElseGet(() -> {
            var bounds = new TreeSet<>(List.of(""));
            partitions.forEach(start -> bounds.add(HexFormat.of().formatHex(start.bytes())));
            return put(new Generation(0, openedAt, 1, List.copyOf(bounds), List.of()));
        });
    }

    /// Turns what an older version kept into generations of one shard each.
    private void takeOver() {
        for (var old : starts.ascending().toList()) {
            long number = ByteBuffer.wrap(old.getKey().bytes()).getLong();
            if (number == 1) {
                // The first was not kept, since it begins with 1.
                put(new Generation(0, openedAt, 1, List.of(""), List.of()));
            }
            var at = openedAt.plus(OPEN.multipliedBy(number));
            var parent = id(at.minus(OPEN), 0);
            put(new Generation(number, at, old.getValue(), List.of(""), List.of(parent)));
            starts.remove(old.getKey());
        }
    }

    private Generation follow(Generation before, Instant at, long start, List<String> bounds) {
        var parents =
                bounds.stream().map(bound -> id(before.openedAt, before.slot(key(bound)))).toList();
        return put(new Generation(before.number + 1, at, start, bounds, parents));
    }

    private Generation put(Generation generation) {
        generations.put(key(generation.number), generation);
        return generation;
    }

    /// The shard of the newest generation that has a key.
    int slot(Key at) {
        return newest().map(generation -> generation.slot(at)).orElse(0);
    }

    /// Those that can still be read, by their ids, which is the order of time: a shard can for a
    /// day after it was closed.
    ///
    /// @param now not before `open` was called last
    /// @param ended when the stream was, if it was
    /// @param last the number that was given last
    List<StreamShard> list(Instant now, Optional<Instant> ended, long last) {
        var all = all();
        var oldest = now.minus(StreamDefinition.RETENTION);
        var shards = new ArrayList<StreamShard>();
        for (int i = 0; i < all.size(); i++) {
            var generation = all.get(i);
            if (i == all.size() - 1) {
                var end = ended.map(_ -> Math.max(generation.start, last));
                shards.addAll(shards(generation, end));
            } else if (all.get(i + 1).openedAt.isAfter(oldest)) {
                shards.addAll(shards(generation, Optional.of(all.get(i + 1).start - 1)));
            }
        }
        shards.sort(Comparator.comparing(StreamShard::id));
        return shards;
    }

    private List<StreamShard> shards(Generation generation, Optional<Long> end) {
        return IntStream.range(0, generation.bounds.size())
                .mapToObj(slot ->
                        new StreamShard(
                                generation.number,
                                slot,
                                id(generation.openedAt, slot),
                                generation.parents.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(generation.parents.get(slot)),
                                generation.start,
                                end))
                .toList();
    }

    private String id(Instant at, int slot) {
        int hash = (slot == 0 ? name : name + "/" + slot).hashCode();
        return "shardId-%020d-%08x".formatted(at.toEpochMilli(), hash);
    }

    private void forget(Instant now) {
        var all = all();
        var oldest = now.minus(StreamDefinition.RETENTION);
        for (int i = 0; i + 1 < all.size(); i++) {
            if (!all.get(i + 1).openedAt.isAfter(oldest)) {
                generations.remove(key(all.get(i).number));
            }
        }
    }

    private List<Generation> all() {
        return generations.ascending().map(Map.Entry::getValue).toList();
    }

    private Optional<Generation> newest() {
        return generations
                .descending(Optional.empty(), Optional.empty())
                .findFirst()
                .map(Map.Entry::getValue);
    }

    private static Key key(String bound) {
        return Key.of(HexFormat.of().parseHex(bound));
    }

    private static Key key(long number) {
        return Key.of(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }
}
