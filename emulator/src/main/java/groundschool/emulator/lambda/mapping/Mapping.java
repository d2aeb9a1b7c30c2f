package groundschool.emulator.lambda.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What feeds a function with the records of a stream, and how far it has come.
///
/// Source: [Using Lambda with DynamoDB](https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html)
///
/// @param functionArn with the qualifier, if one was given
/// @param how what the learner said
/// @param next the number of the record that is read next
/// @param end the number of the last record of the batch under way; 0 if there is none
/// @param attempts how often the batch under way has failed
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
        long next,
        long end,
        int attempts) {

    static final String NOTHING_YET = "No records processed";
    static final String OK = "OK";

    /// @param filters patterns as JSON; a record that fits one is taken
    /// @param maximumAge in seconds; -1 for none
    /// @param maximumRetries -1 for none
    /// @param reportsFailures whether the function says which records failed
    public record Settings(
            boolean enabled,
            int batchSize,
            int window,
            List<String> filters,
            boolean bisects,
            int maximumAge,
            int maximumRetries,
            boolean reportsFailures) {

        public Settings {
            filters = List.copyOf(filters);
        }
    }

    public Mapping {
        tags = Map.copyOf(tags);
    }

    /// The same after a batch up to before `to` was done with.
    Mapping at(long to, String result) {
        return moved(to, 0, 0, result);
    }

    /// The same after a batch has failed.
    ///
    /// @param last the number of the last record of the next attempt
    Mapping failed(long from, long last, int failures) {
        return moved(from, last, failures, "PROBLEM: Function call failed");
    }

    /// The same with something wrong that is not the function's.
    Mapping troubled(String problem) {
        return moved(next, end, attempts, problem);
    }

    private Mapping moved(long to, long last, int failures, String result) {
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
                to,
                last,
                failures);
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
                next,
                end,
                attempts);
    }

    /// How long the next attempt waits.
    Duration backoff() {
        return Duration.ofSeconds(1L << Math.min(attempts, 6)).compareTo(Duration.ofMinutes(1)) < 0
                ? Duration.ofSeconds(1L << Math.min(attempts, 6))
                : Duration.ofMinutes(1);
    }
}
