package groundschool.emulator.cognito.logging;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogPolicies.LogPolicy;
import groundschool.emulator.logs.operation.CreateLogStream;
import groundschool.emulator.logs.operation.DescribeResourcePolicies;
import groundschool.emulator.logs.operation.PutResourcePolicy;
import groundschool.emulator.s3.operation.GetBucketPolicy;
import groundschool.emulator.s3.operation.PutBucketPolicy;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lets the delivery of logs write where they are to go: in the name of whoever sets that up, who
/// needs the permission to say so.
///
/// Source: [Enabling logging from AWS
/// services](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html)
///
/// @param owner who sets it up
/// @param delivery who delivers
record LogPermission(Services.As owner, Services.As delivery, Pool pool, String account) {

    static final String SERVICE = "delivery.logs.amazonaws.com";
    private static final String POLICY = "AWSLogDeliveryWrite20150319";
    private static final JsonMapper JSON = JsonMapper.shared();

    /// Who delivers the logs of a pool.
    static Principal deliverer(Pool pool, String account) {
        return new Principal.AwsService(account, SERVICE, pool.arn(account));
    }

    /// @throws AwsException if there is no such group, or the owner may not say so
    void toGroup(String arn) {
        var group = LogArns.groupName(arn);
        var known =
                owner
                        .run(
                                new DescribeResourcePolicies(
                                        Optional.empty(), Optional.empty(), Optional.empty()),
                                DescribeResourcePolicies.Response.class)
                        .resourcePolicies()
                        .stream()
                        .filter(policy -> policy.policyName().equals(POLICY))
                        .map(LogPolicy::policyDocument)
                        .findFirst();
        var document = document(known);
        var resource = arn.replaceAll(":\\*$", "") + ":log-stream:*";
        if (!document.toString().contains('"' + resource + '"')) {
            statement(document, resource, "logs:CreateLogStream", "logs:PutLogEvents");
            owner.run(
                    new PutResourcePolicy(
                            Optional.of(POLICY),
                            Optional.of(document.toString()),
                            Optional.empty(),
                            Optional.empty()));
        }
        try {
            delivery.run(new CreateLogStream(group, pool.id()));
        } catch (AwsException refusal) {
            if (refusal.code().equals("ResourceNotFoundException")) {
                throw CognitoErrors.invalid("Log group %s does not exist.".formatted(arn));
            }
            // The stream is there already.
        }
    }

    /// @throws AwsException if there is no such bucket, or the owner may not say so
    void toBucket(String arn) {
        var bucket = bucketName(arn);
        var document = document(bucketPolicy(bucket));
        var resource = "arn:aws:s3:::%s/AWSLogs/%s/*".formatted(bucket, account);
        if (!document.toString().contains('"' + resource + '"')) {
            statement(document, resource, "s3:PutObject");
            owner.run(
                    new PutBucketPolicy(
                            bucket,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            document.toString(),
                            Optional.empty()));
        }
    }

    private Optional<String> bucketPolicy(String bucket) {
        try {
            return Optional.of(
                    owner.run(
                                    new GetBucketPolicy(bucket, Optional.empty()),
                                    GetBucketPolicy.Response.class)
                            .policy());
        } catch (AwsException refusal) {
            return switch (refusal.code()) {
                case "NoSuchBucketPolicy" -> Optional.empty();
                case "NoSuchBucket" ->
                        throw CognitoErrors.invalid("Bucket %s does not exist.".formatted(bucket));
                default -> throw refusal;
            };
        }
    }

    static String bucketName(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static ObjectNode document(Optional<String> known) {
        var document =
                known.map(text -> (ObjectNode) JSON.readTree(text))
                        .orElseGet(() -> JSON.createObjectNode().put("Version", "2012-10-17"));
        if (!(document.path("Statement") instanceof ArrayNode)) {
            var only = document.remove("Statement");
            var all = document.putArray("Statement");
            if (only != null) {
                all.add(only);
            }
        }
        return document;
    }

    private void statement(ObjectNode document, String resource, String... actions) {
        var all = (ArrayNode) document.path("Statement");
        all.addPOJO(
                Map.of(
                        "Effect",
                        "Allow",
                        "Principal",
                        Map.of("Service", SERVICE),
                        "Action",
                        actions,
                        "Resource",
                        resource,
                        "Condition",
                        Map.of("StringEquals", Map.of("aws:SourceAccount", account))));
    }
}
