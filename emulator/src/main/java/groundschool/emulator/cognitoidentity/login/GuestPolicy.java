package groundschool.emulator.cognitoidentity.login;

import java.util.List;
import java.util.stream.Collectors;

/// What guests can do at most who got their credentials by the enhanced flow: not more than this
/// and AWS's own policy for them allow together, whatever their role allows.
///
/// Source: [IAM roles, access
/// policies](https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies)
public final class GuestPolicy {

    /// AWS's own policy.
    public static final String MANAGED =
            "arn:aws:iam::aws:policy/AmazonCognitoUnAuthedIdentitiesSessionPolicy";

    private static final List<String> ACTIONS =
            List.of(
                    "appsync:*",
                    "cloudwatch:*",
                    "cognito-identity:*",
                    "cognito-sync:*",
                    "comprehend:*",
                    "dynamodb:*",
                    "firehose:*",
                    "gamelift:*",
                    "geo:*",
                    "iot:*",
                    "kinesis:*",
                    "kms:Decrypt",
                    "kms:Encrypt",
                    "kms:GenerateDataKey*",
                    "kms:ReEncrypt*",
                    "lambda:*",
                    "lex:*",
                    "logs:*",
                    "machinelearning:*",
                    "mobileanalytics:*",
                    "mobiletargeting:*",
                    "personalize:*",
                    "polly:*",
                    "rekognition:*",
                    "s3:*",
                    "sagemaker:InvokeEndpoint",
                    "sdb:*",
                    "ses:*",
                    "sns:*",
                    "sqs:*",
                    "sumerian:View*",
                    "textract:AnalyzeDocument",
                    "textract:DetectDocumentText",
                    "transcribe:*",
                    "translate:*");

    private GuestPolicy() {}

    /// The document that is passed along with the session.
    public static String document() {
        return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[%s],"Resource":"*"}]}\
        """
                .formatted(
                        ACTIONS.stream()
                                .map(action -> '"' + action + '"')
                                .collect(Collectors.joining(",")));
    }
}
