package groundschool.emulator.iam.identity;

import java.util.List;
import java.util.Optional;

/// The roles that services have in an account, made by them or on demand.
///
/// Source: [AWS services that work with
/// IAM](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html)
/// and the services' pages on their roles
///
/// @param service who assumes it, such as `replication.dynamodb.amazonaws.com`
/// @param role its name
/// @param policy the name of AWS's policy in it
public record ServiceLinked(String service, String role, String policy) {

    private static final List<ServiceLinked> ALL =
            List.of(
                    of(
                            "apidestinations.events",
                            "AmazonEventBridgeApiDestinations",
                            "AmazonEventBridgeApiDestinationsServiceRolePolicy"),
                    of("appsync", "AppSync", "AWSAppSyncServiceRolePolicy"),
                    of("cloudtrail", "CloudTrail", "CloudTrailServiceRolePolicy"),
                    of("cognito-idp", "AmazonCognitoIdp", "AmazonCognitoIdpServiceRolePolicy"),
                    of(
                            "contributorinsights.dynamodb",
                            "DynamoDBCloudWatchContributorInsights",
                            "DynamoDBCloudWatchContributorInsightsServiceRolePolicy"),
                    of(
                            "dynamodb.application-autoscaling",
                            "ApplicationAutoScaling_DynamoDBTable",
                            "AWSApplicationAutoscalingDynamoDBTablePolicy"),
                    of(
                            "email.cognito-idp",
                            "AmazonCognitoIdpEmailService",
                            "AmazonCognitoIdpEmailServiceRolePolicy"),
                    of("events", "CloudWatchEvents", "CloudWatchEventsServiceRolePolicy"),
                    of(
                            "kinesisreplication.dynamodb",
                            "DynamoDBKinesisDataStreamsReplication",
                            "DynamoDBKinesisReplicationServiceRolePolicy"),
                    of(
                            "lambda.application-autoscaling",
                            "ApplicationAutoScaling_LambdaConcurrency",
                            "AWSApplicationAutoscalingLambdaConcurrencyPolicy"),
                    of("logger.cloudfront", "CloudFrontLogger", "AWSCloudFrontLogger"),
                    of(
                            "mrk.kms",
                            "KeyManagementServiceMultiRegionKeys",
                            "AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy"),
                    of("ops.apigateway", "APIGateway", "APIGatewayServiceRolePolicy"),
                    of(
                            "replication.dynamodb",
                            "DynamoDBReplication",
                            "DynamoDBReplicationServiceRolePolicy"),
                    of("replicator.lambda", "LambdaReplicator", "AWSLambdaReplicator"),
                    of("schemas", "Schemas", "AmazonEventBridgeSchemasServiceRolePolicy"),
                    of("ssm", "AmazonSSM", "AmazonSSMServiceRolePolicy"));

    private static ServiceLinked of(String service, String role, String policy) {
        return new ServiceLinked(service + ".amazonaws.com", "AWSServiceRoleFor" + role, policy);
    }

    /// The role of a service; nothing if it has none that the emulator knows.
    public static Optional<ServiceLinked> find(String service) {
        return ALL.stream().filter(each -> each.service.equals(service)).findFirst();
    }

    /// The services that have one.
    public static List<String> services() {
        return ALL.stream().map(ServiceLinked::service).toList();
    }

    /// Where it lies.
    public String path() {
        return "/aws-service-role/" + service + "/";
    }

    public String policyArn() {
        return "arn:aws:iam::aws:policy/aws-service-role/" + policy;
    }

    /// Who may assume it.
    public String trust() {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":[\"sts:AssumeRole\"],\"Principal\":{\"Service\":[\"%s\"]},\"Effect\":\"Allow\"}]}"
                .formatted(service);
    }
}
