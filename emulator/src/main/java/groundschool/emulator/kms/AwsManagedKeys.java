package groundschool.emulator.kms;

import java.util.Map;
import java.util.Optional;

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

    static String titleOf(String service) {
        return TITLES.getOrDefault(service, service);
    }
}
