package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// What happens to a table with an index and a stream, step by step: the same for each seed. Some
/// steps are refused, and must leave nothing behind.
final class AnyHistory {

    private static final String TABLE =
            """
            {'TableName': 'Cakes', 'BillingMode': 'PAY_PER_REQUEST',
             'AttributeDefinitions': [{'AttributeName': 'pk', 'AttributeType': 'S'},
                {'AttributeName': 'sk', 'AttributeType': 'N'}, {'AttributeName': 'n', 'AttributeType': 'N'}],
             'KeySchema': [{'AttributeName': 'pk', 'KeyType': 'HASH'}, {'AttributeName': 'sk', 'KeyType': 'RANGE'}],
             'GlobalSecondaryIndexes': [{'IndexName': 'byNumber', 'Projection': {'ProjectionType': 'ALL'},
                'KeySchema': [{'AttributeName': 'n', 'KeyType': 'HASH'}]}],
             'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'NEW_AND_OLD_IMAGES'}}
            """;

    private final long seed;

    AnyHistory(long seed) {
        this.seed = seed;
    }

    /// One call.
    record Step(String operation, String input) {}

    /// The step of that number, from 0.
    Step step(long number) {
        if (number == 0) {
            return new Step("CreateTable", TABLE);
        }
        var random = new Random(seed * 1_000_003 + number);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Step("PutItem", put(random));
            case 2 -> new Step("DeleteItem", delete(random));
            case 3 ->
                    new Step(
                            "UpdateItem",
                            "{'TableName': 'Cakes', 'Key': {%s}, 'UpdateExpression': 'ADD n :one REMOVE note', 'ExpressionAttributeValues': {':one': {'N': '1'}}}"
                                    .formatted(key(random)));
            case 4 ->
                    new Step(
                            "PutItem",
                            put(random)
                                    .replaceFirst(
                                            "}$",
                                            ", 'ConditionExpression': 'attribute_not_exists(pk)'}"));
            case 5 -> new Step("BatchWriteItem", batch(random));
            default -> new Step("TransactWriteItems", transaction(random));
        };
    }

    /// Makes a step happen, or be refused.
    void perform(long number, Emulator emulator, Caller caller) {
        var step = step(number);
        try {
            emulator.perform(
                    caller,
                    "dynamodb",
                    step.operation,
                    Account.json(step.input.replace('\'', '"')));
        } catch (AwsException refusal) {
            if (refusal.status() >= 500) {
                throw refusal;
            }
        }
    }

    private static String put(Random random) {
        return "{'TableName': 'Cakes', 'Item': {%s}}".formatted(item(random));
    }

    private static String delete(Random random) {
        return "{'TableName': 'Cakes', 'Key': {%s}}".formatted(key(random));
    }

    private static String batch(Random random) {
        // Keys of one batch must differ.
        return "{'RequestItems': {'Cakes': [%s]}}"
                .formatted(
                        IntStream.range(0, 5)
                                .mapToObj(sort ->
                                        random.nextBoolean()
                                                ? "{'DeleteRequest': {'Key': {%s}}}"
                                                        .formatted(key("p0", sort))
                                                : "{'PutRequest': {'Item': {%s, 'n': {'N': '%d'}}}}"
                                                        .formatted(
                                                                key("p0", sort), random.nextInt(4)))
                                .collect(Collectors.joining(", ")));
    }

    /// Refused as a whole where the item of the check is not there.
    private static String transaction(Random random) {
        return "{'TransactItems': [%s, {'ConditionCheck': {'TableName': 'Cakes', 'Key': {%s}, 'ConditionExpression': 'attribute_exists(pk)'}}]}"
                .formatted(
                        IntStream.range(0, 4)
                                .mapToObj(sort ->
                                        "{'Put': {'TableName': 'Cakes', 'Item': {%s, 'n': {'N': '%d'}}}}"
                                                .formatted(key("p1", sort), random.nextInt(4)))
                                .collect(Collectors.joining(", ")),
                        key("p2", random.nextInt(6)));
    }

    private static String item(Random random) {
        var note = random.nextBoolean() ? ", 'note': {'S': '%s'}".formatted("x".repeat(99)) : "";
        return key(random) + ", 'n': {'N': '%d'}".formatted(random.nextInt(4)) + note;
    }

    private static String key(Random random) {
        return key("p" + random.nextInt(3), random.nextInt(6));
    }

    private static String key(String partition, int sort) {
        return "'pk': {'S': '%s'}, 'sk': {'N': '%d'}".formatted(partition, sort);
    }

    /// What the table, its index and its stream hold.
    static List<String> outcome(Emulator emulator, Caller caller) {
        var arn =
                call(emulator, caller, "dynamodb", "DescribeTable", "{'TableName': 'Cakes'}")
                        .path("Table")
                        .path("LatestStreamArn")
                        .asString();
        return List.of(
                call(emulator, caller, "dynamodb", "Scan", "{'TableName': 'Cakes'}").toString(),
                call(
                                emulator,
                                caller,
                                "dynamodb",
                                "Scan",
                                "{'TableName': 'Cakes', 'IndexName': 'byNumber'}")
                        .toString(),
                changes(emulator, caller, arn).toString());
    }

    /// Every change that the stream has, without what differs each time.
    private static List<String> changes(Emulator emulator, Caller caller, String arn) {
        var changes = new ArrayList<String>();
        var shards =
                call(
                                emulator,
                                caller,
                                "dynamodbstreams",
                                "DescribeStream",
                                "{'StreamArn': '%s'}".formatted(arn))
                        .path("StreamDescription")
                        .path("Shards");
        for (var shard : shards) {
            var iterator =
                    call(
                                    emulator,
                                    caller,
                                    "dynamodbstreams",
                                    "GetShardIterator",
                                    StreamFixture.at(
                                            arn,
                                            shard.path("ShardId").asString(),
                                            "'TRIM_HORIZON'"))
                            .path("ShardIterator")
                            .asString();
            int before;
            do {
                before = changes.size();
                var page =
                        call(
                                emulator,
                                caller,
                                "dynamodbstreams",
                                "GetRecords",
                                "{'ShardIterator': '%s'}".formatted(iterator));
                for (var record : page.path("Records")) {
                    var change = record.path("dynamodb");
                    changes.add(
                            "%s %s %s %s"
                                    .formatted(
                                            record.path("eventName"),
                                            change.path("Keys"),
                                            change.path("OldImage"),
                                            change.path("NewImage")));
                }
                iterator = page.path("NextShardIterator").asString("");
            } while (changes.size() > before && !iterator.isEmpty());
        }
        return changes;
    }

    private static JsonNode call(
            Emulator emulator, Caller caller, String service, String operation, String input) {
        return emulator.perform(caller, service, operation, Account.json(input.replace('\'', '"')));
    }
}
