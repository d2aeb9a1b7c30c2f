package groundschool.emulator.kms;

import groundschool.emulator.Call;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The keys that services of AWS have in an account, each made when it is first used.
///
/// Source: [AWS managed
/// keys](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk)
final class AwsManagedKeys {

    /// What people call the services, by the last part of their alias.
    private static final Map<String, String> TITLES =
            Map.of(
                    "dynamodb", "DynamoDB",
                    "kinesis", "Kinesis",
                    "lambda", "Lambda",
                    "s3", "S3",
                    "secretsmanager", "Secrets Manager",
                    "sns", "SNS",
                    "sqs", "SQS",
                    "ssm", "SSM");

    private AwsManagedKeys() {}

    /// The service whose alias that is; absent if it is none's.
    static Optional<String> serviceOf(String alias) {
        return alias.startsWith(Alias.RESERVED)
                ? Optional.of(alias.substring(Alias.RESERVED.length())).filter(TITLES::containsKey)
                : Optional.empty();
    }

    /// The ID of a service's key in the call's Region: always the same, so that a service can name
    /// its key before anybody has used it.
    static String idOf(String service, Call call) {
        var name = call.arn("kms", Alias.RESERVED + service);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// The service whose key has that ID; absent if it is none's.
    static Optional<String> ofId(String id, Call call) {
        return TITLES.keySet().stream()
                .filter(service -> idOf(service, call).equals(id))
                .findFirst();
    }

    static String titleOf(String service) {
        return TITLES.getOrDefault(service, service);
    }
}
