package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import java.util.OptionalInt;

/// What the service asks of requests to streams beyond its API model, and its refusals.
final class StreamRules {

    private StreamRules() {}

    static void checkLimit(OptionalInt limit, int most) {
        if (limit.isPresent() && limit.getAsInt() > most) {
            throw DynamoDbErrors.validation(
                    "1 validation error detected: Value '%d' at 'limit' failed to satisfy constraint: Member must have value less than or equal to %d"
                            .formatted(limit.getAsInt(), most));
        }
    }

    static AwsException noSuchShard() {
        return new AwsException(
                400,
                "ResourceNotFoundException",
                "Requested resource not found: Shard does not exist");
    }

    static AwsException trimmed() {
        return new AwsException(
                400,
                "TrimmedDataAccessException",
                "The operation attempted to read past the oldest stream record in a shard.");
    }

    static AwsException expired() {
        return new AwsException(
                400,
                "ExpiredIteratorException",
                "The shard iterator has expired and can no longer be used to get stream records.");
    }

    static AwsException invalidIterator() {
        return DynamoDbErrors.validation("Invalid ShardIterator");
    }
}
