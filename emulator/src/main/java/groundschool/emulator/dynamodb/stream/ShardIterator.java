package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.AwsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/// Where a reader of a stream stands, as text that the reader hands back.
///
/// @param streamArn what is read
/// @param shard the id of the shard
/// @param next the number of the record that is read next
/// @param issuedAt it is good for a quarter of an hour
record ShardIterator(String streamArn, String shard, long next, Instant issuedAt) {

    private static final Duration VALID = Duration.ofMinutes(15);
    private static final String BETWEEN = "|";

    /// @throws AwsException if it is none, or has expired
    static ShardIterator read(String text, Instant now) {
        var iterator = read(text);
        if (now.isAfter(iterator.issuedAt.plus(VALID))) {
            throw StreamRules.expired();
        }
        return iterator;
    }

    /// The ARN that it begins with.
    static String streamArn(String text) {
        int end = text.indexOf(BETWEEN);
        return end < 0 ? text : text.substring(0, end);
    }

    private static ShardIterator read(String text) {
        var parts = text.split("\\|", 3);
        if (parts.length < 3) {
            throw StreamRules.invalidIterator();
        }
        try {
            var position =
                    new String(Base64.getDecoder().decode(parts[2]), StandardCharsets.UTF_8)
                            .split(" ", 3);
            return new ShardIterator(
                    parts[0], position[0], Long.parseLong(position[1]), Instant.parse(position[2]));
        } catch (RuntimeException notOurs) {
            throw StreamRules.invalidIterator();
        }
    }

    /// The same, further on.
    ShardIterator at(long number, Instant now) {
        return new ShardIterator(streamArn, shard, number, now);
    }

    String text() {
        var position = (shard + " " + next + " " + issuedAt).getBytes(StandardCharsets.UTF_8);
        return streamArn + BETWEEN + "1" + BETWEEN + Base64.getEncoder().encodeToString(position);
    }
}
