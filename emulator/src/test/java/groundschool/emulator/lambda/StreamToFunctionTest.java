package groundschool.emulator.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Caller;
import groundschool.emulator.iam.Iam;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.EventSourcePosition;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is written to a table reaches a function.
class StreamToFunctionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LambdaCloud cloud = new LambdaCloud();
    private String stream = "";

    @BeforeEach
    void table() {
        cloud.create("greeter");
        var created =
                dynamoDb(
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

    @AfterEach
    void close() {
        cloud.close();
    }

    private JsonNode dynamoDb(String operation, String input) {
        var sandbox = cloud.sandbox();
        var caller = new Caller(sandbox, Iam.user("learner", sandbox).orElseThrow(), "eu-west-1");
        return cloud.emulator.perform(caller, "dynamodb", operation, JSON.readTree(input));
    }

    private void put(String id) {
        dynamoDb(
                "PutItem",
                "{\"TableName\": \"customers\", \"Item\": {\"id\": {\"S\": \"%s\"}}}"
                        .formatted(id));
    }

    private void mayRead() {
        cloud.iam.putRolePolicy(p ->
                p.roleName("worker")
                        .policyName("read")
                        .policyDocument(
                                """
                                {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                                 "Action":["dynamodb:GetRecords","dynamodb:GetShardIterator","dynamodb:DescribeStream","dynamodb:ListStreams"],
                                 "Resource":"*"}]}
                                """));
    }

    @Test
    void a_function_is_given_what_was_written() {
        mayRead();
        var mapping =
                cloud.lambda.createEventSourceMapping(m ->
                        m.functionName("greeter")
                                .eventSourceArn(stream)
                                .startingPosition(EventSourcePosition.TRIM_HORIZON));
        assertThat(mapping.state()).isEqualTo("Creating");
        assertThat(mapping.batchSize()).isEqualTo(100);

        put("ada");
        cloud.advance(Duration.ZERO);

        var event = JSON.readTree(cloud.runtimes.runs.getFirst().event());
        assertThat(event.at("/Records/0/eventName").asString()).isEqualTo("INSERT");
        assertThat(event.at("/Records/0/eventSourceARN").asString()).isEqualTo(stream);
        assertThat(event.at("/Records/0/dynamodb/NewImage/id/S").asString()).isEqualTo("ada");
        assertThat(event.at("/Records/0/dynamodb/ApproximateCreationDateTime").isNumber()).isTrue();
        var now = cloud.lambda.getEventSourceMapping(m -> m.uuid(mapping.uuid()));
        assertThat(now.state()).isEqualTo("Enabled");
        assertThat(now.lastProcessingResult()).isEqualTo("OK");
        cloud.advance(Duration.ofHours(1));
        assertThat(cloud.runtimes.runs).hasSize(1);
    }

    @Test
    void what_lies_in_several_shards_comes_in_the_order_in_which_it_was_written() {
        mayRead();
        dynamoDb(
                "UpdateTable",
                """
                {"TableName": "customers", "BillingMode": "PROVISIONED",
                 "ProvisionedThroughput": {"ReadCapacityUnits": 1, "WriteCapacityUnits": 3000}}
                """);
        cloud.lambda.createEventSourceMapping(m ->
                m.functionName("greeter")
                        .eventSourceArn(stream)
                        .batchSize(7)
                        .startingPosition(EventSourcePosition.TRIM_HORIZON));

        for (int hour = 0; hour < 3; hour++) {
            for (int i = 0; i < 10; i++) {
                put("%d-%d".formatted(hour, i));
            }
            cloud.advance(Duration.ofHours(4));
        }

        var shards =
                cloud.emulator
                        .perform(
                                new Caller(
                                        cloud.sandbox(),
                                        Iam.user("learner", cloud.sandbox()).orElseThrow(),
                                        "eu-west-1"),
                                "dynamodbstreams",
                                "DescribeStream",
                                JSON.createObjectNode().put("StreamArn", stream))
                        .at("/StreamDescription/Shards");
        assertThat(shards.size()).isGreaterThan(6);
        var ids =
                cloud.runtimes.runs.stream()
                        .map(run -> JSON.readTree(run.event()).path("Records"))
                        .flatMap(JsonNode::valueStream)
                        .map(record -> record.at("/dynamodb/Keys/id/S").asString())
                        .toList();
        var expected =
                IntStream.range(0, 30).mapToObj(i -> "%d-%d".formatted(i / 10, i % 10)).toList();
        assertThat(ids).isEqualTo(expected);
        assertThat(cloud.runtimes.runs)
                .allSatisfy(run ->
                        assertThat(JSON.readTree(run.event()).path("Records").size())
                                .isLessThanOrEqualTo(7));
    }

    @Test
    void a_role_that_may_not_read_the_stream_is_refused() {
        assertThatThrownBy(() ->
                        cloud.lambda.createEventSourceMapping(m ->
                                m.functionName("greeter")
                                        .eventSourceArn(stream)
                                        .startingPosition(EventSourcePosition.LATEST)))
                .isInstanceOf(InvalidParameterValueException.class)
                .hasMessageContaining(
                        "Please ensure the role can perform the GetRecords, GetShardIterator, DescribeStream, and ListStreams Actions on your stream in IAM.");
    }

    @Test
    void what_lambda_asks_of_a_mapping_it_asks_in_this_order() {
        assertThatThrownBy(
                        () -> cloud.lambda.createEventSourceMapping(m -> m.functionName("nobody")))
                .hasMessageContaining("Unrecognized event source.");
        var queue = "arn:aws:sqs:eu-west-1:111122223333:orders";
        assertThatThrownBy(() ->
                        cloud.lambda.createEventSourceMapping(
                                m -> m.functionName("nobody").eventSourceArn(queue)))
                .hasMessageContaining("Function does not exist");
        assertThatThrownBy(() ->
                        cloud.lambda.createEventSourceMapping(
                                m -> m.functionName("greeter").eventSourceArn(queue)))
                .hasMessageContaining("does not have event sources of the service sqs");
        assertThatThrownBy(() ->
                        cloud.lambda.createEventSourceMapping(m ->
                                m.functionName("greeter")
                                        .eventSourceArn(stream)
                                        .startingPosition(EventSourcePosition.AT_TIMESTAMP)
                                        .startingPositionTimestamp(Instant.EPOCH)))
                .hasMessageContaining("Unsupported starting position for arn type: " + stream);
    }

    @Test
    void a_batch_that_fails_is_given_up_after_its_retries() {
        mayRead();
        cloud.runtimes.body = (_, _) -> new ScriptedRuntimes.Failure("{}");
        cloud.lambda.createEventSourceMapping(m ->
                m.functionName("greeter")
                        .eventSourceArn(stream)
                        .maximumRetryAttempts(2)
                        .startingPosition(EventSourcePosition.LATEST));

        put("ada");
        cloud.advance(Duration.ofMinutes(1));
        cloud.advance(Duration.ofMinutes(1));

        assertThat(cloud.runtimes.runs).hasSize(3);
        cloud.runtimes.body = (_, _) -> "1";
        put("grace");
        cloud.advance(Duration.ZERO);
        assertThat(cloud.runtimes.runs.getLast().event()).contains("grace").doesNotContain("ada");
    }

    @Test
    void only_what_a_filter_fits_comes() {
        mayRead();
        cloud.lambda.createEventSourceMapping(m ->
                m.functionName("greeter")
                        .eventSourceArn(stream)
                        .filterCriteria(f ->
                                f.filters(p ->
                                        p.pattern(
                                                "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"Keys\":{\"id\":{\"S\":[{\"prefix\":\"a\"}]}}}}")))
                        .startingPosition(EventSourcePosition.LATEST));

        put("ada");
        put("grace");
        cloud.advance(Duration.ZERO);

        assertThat(cloud.runtimes.runs)
                .allSatisfy(run -> assertThat(run.event()).contains("ada").doesNotContain("grace"));
        assertThat(cloud.runtimes.runs).hasSize(1);
        assertThatThrownBy(() ->
                        cloud.lambda.createEventSourceMapping(m ->
                                m.functionName("greeter")
                                        .eventSourceArn(stream)
                                        .filterCriteria(f -> f.filters(p -> p.pattern("no")))
                                        .startingPosition(EventSourcePosition.LATEST)))
                .hasMessageContaining("Invalid filter pattern definition.");
    }

    @Test
    void a_function_that_says_which_record_failed_gets_the_rest_again() {
        mayRead();
        var calls = new AtomicInteger();
        cloud.runtimes.body =
                (_, invocation) -> {
                    var records = JSON.readTree(invocation.payload()).path("Records");
                    return calls.incrementAndGet() == 1
                            ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}"
                                    .formatted(
                                            records.path(records.size() - 1)
                                                    .at("/dynamodb/SequenceNumber")
                                                    .asString())
                            : "{}";
                };
        var mapping =
                cloud.lambda.createEventSourceMapping(m ->
                        m.functionName("greeter")
                                .eventSourceArn(stream)
                                .enabled(false)
                                .functionResponseTypes(
                                        FunctionResponseType.REPORT_BATCH_ITEM_FAILURES)
                                .startingPosition(EventSourcePosition.LATEST));
        put("ada");
        put("grace");
        cloud.lambda.updateEventSourceMapping(m -> m.uuid(mapping.uuid()).enabled(true));

        cloud.advance(Duration.ofMinutes(1));

        assertThat(cloud.runtimes.runs).hasSize(2);
        assertThat(cloud.runtimes.runs.getFirst().event()).contains("ada", "grace");
        assertThat(cloud.runtimes.runs.getLast().event()).contains("grace").doesNotContain("ada");
    }

    @Test
    void a_stream_and_a_function_are_joined_once() {
        mayRead();
        for (int i = 0; i < 2; i++) {
            if (i == 0) {
                join();
            } else {
                assertThatThrownBy(this::join)
                        .isInstanceOf(ResourceConflictException.class)
                        .hasMessageContaining("provided mapping already exists.");
            }
        }
        var uuid = cloud.lambda.listEventSourceMappings().eventSourceMappings().getFirst().uuid();
        cloud.lambda.deleteEventSourceMapping(m -> m.uuid(uuid));
        assertThat(cloud.lambda.listEventSourceMappings().eventSourceMappings()).isEmpty();
    }

    private void join() {
        cloud.lambda.createEventSourceMapping(m ->
                m.functionName("greeter")
                        .eventSourceArn(stream)
                        .startingPosition(EventSourcePosition.LATEST));
    }
}
