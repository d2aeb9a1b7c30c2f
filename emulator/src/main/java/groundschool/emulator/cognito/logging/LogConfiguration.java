package groundschool.emulator.cognito.logging;

import groundschool.emulator.cognito.CognitoErrors;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a pool sends one kind of its logs.
///
/// Source:
/// [LogConfigurationType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_LogConfigurationType.html)
///
/// @param logLevel `ERROR` or `INFO`
/// @param eventSource `userNotification` or `userAuthEvents`
public record LogConfiguration(
        String logLevel,
        String eventSource,
        Optional<CloudWatchLogs> cloudWatchLogsConfiguration,
        Optional<Bucket> s3Configuration,
        Optional<Firehose> firehoseConfiguration) {

    /// What could not be delivered to somebody.
    public static final String NOTIFICATIONS = "userNotification";

    /// What people do about signing in.
    public static final String EVENTS = "userAuthEvents";

    public record CloudWatchLogs(Optional<String> logGroupArn) {}

    public record Bucket(Optional<String> bucketArn) {}

    public record Firehose(Optional<String> streamArn) {}

    /// The log group that it goes to.
    Optional<String> group() {
        return cloudWatchLogsConfiguration.flatMap(CloudWatchLogs::logGroupArn);
    }

    /// The bucket that it goes to.
    Optional<String> bucket() {
        return s3Configuration.flatMap(Bucket::bucketArn);
    }

    /// @param tier of the pool
    /// @throws groundschool.emulator.AwsException if it cannot be
    public void check(String tier) {
        firehoseConfiguration.ifPresent(_ -> {
            throw CognitoErrors.notYet("logs to Amazon Data Firehose (FirehoseConfiguration)");
        });
        if (Stream.of(group(), bucket()).flatMap(Optional::stream).count() != 1) {
            throw CognitoErrors.invalid(
                    "Exactly one destination is required for the event source " + eventSource);
        }
        if (eventSource.equals(EVENTS)) {
            if (!tier.equals("PLUS")) {
                throw CognitoErrors.notInTier("Threat Protection", tier);
            }
            checkLevel("INFO");
        } else {
            checkLevel("ERROR");
            if (group().isEmpty()) {
                throw CognitoErrors.invalid(
                        "The event source userNotification requires a CloudWatchLogsConfiguration.");
            }
        }
    }

    private void checkLevel(String only) {
        if (!logLevel.equals(only)) {
            throw CognitoErrors.invalid(
                    "The event source %s requires the log level %s.".formatted(eventSource, only));
        }
    }
}
