package groundschool.emulator.lambda;

import groundschool.emulator.Caller;
import groundschool.emulator.iam.Iam;
import groundschool.emulator.sandbox.SandboxClock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A table of customers with a stream, on a clock that stands still.
final class StreamOfCustomers {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final LambdaCloud cloud;
    private final S3Client s3;
    private String stream = "";

    StreamOfCustomers(LambdaCloud cloud) {
        this.cloud = cloud;
        this.s3 =
                S3Client.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(cloud.server.uri())
                        .region(Region.EU_WEST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(
                                                cloud.key.id(), cloud.key.secret())))
                        .build();
    }

    void create() {
        var created =
                ask(
                        "dynamodb",
                        "CreateTable",
                        """
                        {"TableName": "customers", "BillingMode": "PAY_PER_REQUEST",
                         "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                         "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}}
                        """);
        stream = created.at("/TableDescription/LatestStreamArn").asString();
        cloud.sandbox().clock().freeze();
    }

    String stream() {
        return stream;
    }

    private JsonNode ask(String service, String operation, String input) {
        return cloud.emulator.perform(caller(), service, operation, JSON.readTree(input));
    }

    private Caller caller() {
        var sandbox = cloud.sandbox();
        return new Caller(sandbox, Iam.user("learner", sandbox).orElseThrow(), "eu-west-1");
    }

    void put(String id) {
        put(id, 1);
    }

    void put(String id, int n) {
        ask(
                "dynamodb",
                "PutItem",
                "{\"TableName\": \"customers\", \"Item\": {\"id\": {\"S\": \"%s\"}, \"n\": {\"N\": \"%d\"}}}"
                        .formatted(id, n));
    }

    CreateEventSourceMappingResponse join(Consumer<CreateEventSourceMappingRequest.Builder> how) {
        return cloud.lambda.createEventSourceMapping(m -> {
            m.functionName("greeter")
                    .eventSourceArn(stream)
                    .startingPosition(EventSourcePosition.LATEST);
            how.accept(m);
        });
    }

    void mayRead() {
        allow(
                "read",
                "\"dynamodb:GetRecords\",\"dynamodb:GetShardIterator\",\"dynamodb:DescribeStream\",\"dynamodb:ListStreams\"");
    }

    void mayWrite() {
        allow("write", "\"s3:PutObject\",\"s3:ListBucket\"");
    }

    private void allow(String name, String actions) {
        cloud.iam.putRolePolicy(p ->
                p.roleName("worker")
                        .policyName(name)
                        .policyDocument(
                                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":[%s],\"Resource\":\"*\"}]}"
                                        .formatted(actions)));
    }

    void bucket(String name) {
        s3.createBucket(create ->
                create.bucket(name)
                        .createBucketConfiguration(where -> where.locationConstraint("eu-west-1")));
    }

    List<String> keys(String bucket) {
        return s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    JsonNode object(String bucket, String key) {
        return JSON.readTree(s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
    }

    /// What CloudWatch was told of a mapping, in all.
    double counted(String uuid, String metric) {
        var now = cloud.sandbox().clock().now();
        var answer =
                ask(
                        "cloudwatch",
                        "GetMetricStatistics",
                        """
                        {"Namespace": "AWS/Lambda", "MetricName": "%s", "Period": 3600, "Statistics": ["Sum"],
                         "Dimensions": [{"Name": "EventSourceMappingUUID", "Value": "%s"}],
                         "StartTime": %d, "EndTime": %d}
                        """
                                .formatted(
                                        metric,
                                        uuid,
                                        now.getEpochSecond() - 7_200,
                                        now.getEpochSecond() + 3_600));
        return answer.path("Datapoints")
                .valueStream()
                .mapToDouble(point -> point.path("Sum").asDouble())
                .sum();
    }

    /// Goes to where a window begins, whatever time it is.
    void toTheMinute() {
        SandboxClock clock = cloud.sandbox().clock();
        clock.advance(Duration.ofSeconds(900 - clock.now().getEpochSecond() % 900));
    }

    void advance(Duration duration) {
        cloud.advance(duration);
    }
}
