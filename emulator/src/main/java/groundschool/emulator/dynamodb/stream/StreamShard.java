package groundschool.emulator.dynamodb.stream;

import java.util.Optional;

/// A part of a stream: the changes to a range of keys in a range of time.
///
/// @param generation of those that are open at the same time, counted from 0
/// @param slot its place among them
/// @param parent absent if the stream began with it
/// @param start the least number that a record in it can have
/// @param end the greatest; absent while the shard is open
record StreamShard(
        long generation,
        int slot,
        String id,
        Optional<String> parent,
        long start,
        Optional<Long> end) {

    boolean isClosed() {
        return end.isPresent();
    }

    /// Whether a record of that number could be in it.
    boolean has(long number) {
        return number >= start && number <= end.orElse(Long.MAX_VALUE);
    }
}
