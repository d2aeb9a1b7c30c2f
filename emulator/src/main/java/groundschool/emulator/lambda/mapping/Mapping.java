package groundschool.emulator.lambda.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What feeds a function with the records of a stream.
///
/// Source: [Using Lambda with DynamoDB](https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html)
///
/// @param functionArn with the qualifier, if one was given
/// @param how what the learner said
/// @param next the number of the record that lanes begin at of which nothing is known yet
public record Mapping(
        String uuid,
        String region,
        String functionArn,
        String streamArn,
        String startingPosition,
        Settings how,
        Map<String, String> tags,
        Instant lastModified,
        String lastResult,
        long next) {

    static final String OK = "OK";
    static final String FAILED = "PROBLEM: Function call failed";

    /// @param filters patterns as JSON; a record that fits one is taken
    /// @param maximumAge in seconds; -1 for none
    /// @param maximumRetries -1 for none
    /// @param reportsFailures whether the function says which records failed
    /// @param parallelizationFactor how many batches of a shard are under way at once, if that was
    ///   said
    /// @param tumblingWindow in seconds, if there are windows
    /// @param onFailure the ARN of the bucket that is told of records that are given up
    /// @param countsEvents whether CloudWatch is told how many records came to what
    public record Settings(
            boolean enabled,
            int batchSize,
            int window,
            List<String> filters,
            boolean bisects,
            int maximumAge,
            int maximumRetries,
            boolean reportsFailures,
            Optional<Integer> parallelizationFactor,
            Optional<Integer> tumblingWindow,
            Optional<String> onFailure,
            boolean countsEvents) {

        public Settings {
            filters = List.copyOf(filters);
        }

        /// How many batches of a shard are under way at once.
        public int lanes() {
            return parallelizationFactor.orElse(1);
        }
    }

    public Mapping {
        tags = Map.copyOf(tags);
    }

    /// The same with what became of the last batch.
    Mapping resulted(String result) {
        return new Mapping(
                uuid,
                region,
                functionArn,
                streamArn,
                startingPosition,
                how,
                tags,
                lastModified,
                result,
                next);
    }

    /// The same, set otherwise.
    public Mapping set(Settings other, String otherFunctionArn, Instant now) {
        return new Mapping(
                uuid,
                region,
                otherFunctionArn,
                streamArn,
                startingPosition,
                other,
                tags,
                now,
                lastResult,
                next);
    }

    /// The same, with lanes that begin elsewhere.
    Mapping from(long other) {
        return new Mapping(
                uuid,
                region,
                functionArn,
                streamArn,
                startingPosition,
                how,
                tags,
                lastModified,
                lastResult,
                other);
    }
}
