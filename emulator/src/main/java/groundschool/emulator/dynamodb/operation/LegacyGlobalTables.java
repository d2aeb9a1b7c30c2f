package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;

/// Global tables of version 2017.11.29, of which the service makes none any longer, in any Region:
/// its operations are there and find none, whatever replicas a table has of the current version.
///
/// The answers are those that were recorded from the service in October 2026 for the controllers of
/// Kubernetes (`ack-api-quirks`, DDB-GLOBALTABLE-001 to 004).
final class LegacyGlobalTables {

    private LegacyGlobalTables() {}

    /// The ARN that a global table of that name would have: it is in no Region.
    static String arn(String name, Call call) {
        return "arn:aws:dynamodb::%s:global-table/%s".formatted(call.account(), name);
    }

    static AwsException notSupported() {
        return DynamoDbErrors.invalidParameters(
                "DynamoDB global tables version 2017.11.29 is not supported. We recommend using"
                        + " DynamoDB global tables version 2019.11.21, instead of version 2017.11.29"
                        + " (Legacy).");
    }

    static AwsException notFound(String name) {
        return new AwsException(
                400,
                "GlobalTableNotFoundException",
                "Global table with name: '%s' does not exist.".formatted(name));
    }
}
