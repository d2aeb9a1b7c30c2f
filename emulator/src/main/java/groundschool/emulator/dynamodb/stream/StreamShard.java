package groundschool.emulator.dynamodb.stream;

import java.util.Optional;

/// A part of a stream, in the order of time: it has one parent and one child.
///
/// Unlike on AWS, where a busy table has several at once, a stream has one open shard at a time.
///
/// @param index counts those of the stream from 0
/// @param parent absent for the first
/// @param start the least number that a record in it can have
/// @param end the greatest; absent while the shard is open
record StreamShard(long index, String id, Optional<String> parent, long start, Optional<Long> end) {

    boolean isClosed() {
        return end.isPresent();
    }

    /// Whether a record of that number could be in it.
    boolean has(long number) {
        return number >= start && number <= end.orElse(Long.MAX_VALUE);
    }
}
