package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import tools.jackson.databind.JsonNode;

/// The answers that are compared are those that LocalStack and ack-api-quirks recorded from the
/// service.
class StreamsTest {

    private final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    /// @return the stream's ARN
    private String create(String viewType) {
        return account.call(
                        "CreateTable",
                        """
                        {"TableName": "People",
                         "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                         "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                         "BillingMode": "PAY_PER_REQUEST",
                         "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "%s"}}
                        """
                                .formatted(viewType))
                .path("TableDescription")
                .path("LatestStreamArn")
                .asString();
    }

    private JsonNode call(String operation, String input) {
        return account.call("dynamodbstreams", operation, input.replace('\'', '"'));
    }

    private String refusal(String operation, String input) {
        return account.refusal("dynamodbstreams", operation, input.replace('\'', '"'));
    }

    private JsonNode described(String arn) {
        return call("DescribeStream", "{'StreamArn': '" + arn + "'}").path("StreamDescription");
    }

    private String shard(String arn) {
        return described(arn).path("Shards").path(0).path("ShardId").asString();
    }

    private static String at(String arn, String shard, String position) {
        return "{'StreamArn': '%s', 'ShardId': '%s', 'ShardIteratorType': %s}"
                .formatted(arn, shard, position);
    }

    private String iterator(String arn, String position) {
        return call("GetShardIterator", at(arn, shard(arn), position))
                .path("ShardIterator")
                .asString();
    }

    private JsonNode read(String iterator) {
        return call("GetRecords", "{'ShardIterator': '" + iterator + "'}");
    }

    private List<JsonNode> records(String arn) {
        return read(iterator(arn, "'TRIM_HORIZON'")).path("Records").valueStream().toList();
    }

    private void put(String id, String more) {
        account.call(
                "PutItem",
                "{\"TableName\": \"People\", \"Item\": {\"id\": {\"S\": \"%s\"}%s}}"
                        .formatted(id, more.replace('\'', '"')));
    }

    private void delete(String id) {
        account.call(
                "DeleteItem",
                "{\"TableName\": \"People\", \"Key\": {\"id\": {\"S\": \"" + id + "\"}}}");
    }

    private void update(String change) {
        account.call(
                "UpdateTable", "{\"TableName\": \"People\", " + change.replace('\'', '"') + "}");
    }

    @Test
    void shows_a_stream_as_the_service_does() {
        var arn = create("KEYS_ONLY");

        var stream = described(arn);

        assertThat(arn)
                .matches(
                        "arn:aws:dynamodb:eu-west-1:123456789012:table/People/stream/"
                                + "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}");
        assertThat(stream.propertyNames())
                .containsExactlyInAnyOrder(
                        "CreationRequestDateTime",
                        "KeySchema",
                        "Shards",
                        "StreamArn",
                        "StreamLabel",
                        "StreamStatus",
                        "StreamViewType",
                        "TableName");
        assertThat(stream.path("StreamStatus").asString()).isEqualTo("ENABLED");
        assertThat(stream.path("Shards").path(0).path("SequenceNumberRange").propertyNames())
                .containsExactly("StartingSequenceNumber");
        assertThat(call("ListStreams", "{'TableName': 'People'}").path("Streams"))
                .isEqualTo(
                        Account.json(
                                "[{\"StreamArn\": \"%s\", \"TableName\": \"People\", \"StreamLabel\": \"%s\"}]"
                                        .formatted(arn, stream.path("StreamLabel").asString())));
        var table = account.call("DescribeTable", "{\"TableName\": \"People\"}").path("Table");
        assertThat(table.path("StreamSpecification"))
                .isEqualTo(
                        Account.json(
                                "{\"StreamEnabled\": true, \"StreamViewType\": \"KEYS_ONLY\"}"));
        assertThat(table.path("LatestStreamArn").asString()).isEqualTo(arn);
    }

    /// Recorded by LocalStack: `test_transact_write_items_streaming`, but for two of its steps.
    @Test
    void tells_what_happened_to_items_in_order() {
        var arn = create("NEW_AND_OLD_IMAGES");
        put("Fred", "");
        put("NewKey", "");
        put("NewKey", ", 'attr1': {'S': 'value1'}, 'attr2': {'S': 'value2'}");
        put("NewKey", ", 'attr1': {'S': 'value1'}, 'attr2': {'S': 'value2'}");
        delete("NewKey");
        delete("NewKey");

        var records = records(arn);

        assertThat(records)
                .extracting(record -> record.path("eventName").asString())
                .containsExactly("INSERT", "INSERT", "MODIFY", "REMOVE");
        assertThat(records)
                .extracting(record -> record.path("dynamodb").path("SizeBytes").asInt())
                .containsExactly(12, 16, 46, 38);
        var modified = records.get(2);
        assertThat(modified.propertyNames())
                .containsExactlyInAnyOrder(
                        "awsRegion",
                        "dynamodb",
                        "eventID",
                        "eventName",
                        "eventSource",
                        "eventVersion");
        assertThat(modified.path("eventVersion").asString()).isEqualTo("1.1");
        assertThat(modified.path("dynamodb").path("OldImage"))
                .isEqualTo(Account.json("{\"id\": {\"S\": \"NewKey\"}}"));
        assertThat(modified.path("dynamodb").path("NewImage").size()).isEqualTo(3);
        assertThat(records)
                .extracting(record -> record.path("dynamodb").path("SequenceNumber").asString())
                .isSorted()
                .allMatch(number -> number.length() == 21);
    }

    @ParameterizedTest
    @CsvSource({
        "KEYS_ONLY, false, false",
        "NEW_IMAGE, true, false",
        "OLD_IMAGE, false, true",
        "NEW_AND_OLD_IMAGES, true, true"
    })
    void shows_the_images_that_the_view_type_has(String viewType, boolean hasNew, boolean hasOld) {
        var arn = create(viewType);
        put("a", "");
        put("a", ", 'b': {'S': 'c'}");

        var modified = records(arn).getLast().path("dynamodb");

        assertThat(modified.has("NewImage")).isEqualTo(hasNew);
        assertThat(modified.has("OldImage")).isEqualTo(hasOld);
        assertThat(modified.path("Keys")).isEqualTo(Account.json("{\"id\": {\"S\": \"a\"}}"));
    }

    @Test
    void begins_where_the_iterator_says() {
        var arn = create("KEYS_ONLY");
        put("a", "");
        put("b", "");
        var second = records(arn).get(1).path("dynamodb").path("SequenceNumber").asString();
        var latest = iterator(arn, "'LATEST'");
        put("c", "");

        assertThat(read(latest).path("Records").size()).isEqualTo(1);
        assertThat(
                        read(iterator(
                                        arn,
                                        "'AT_SEQUENCE_NUMBER', 'SequenceNumber': '" + second + "'"))
                                .path("Records")
                                .size())
                .isEqualTo(2);
        var rest =
                read(iterator(arn, "'AFTER_SEQUENCE_NUMBER', 'SequenceNumber': '" + second + "'"));
        assertThat(rest.path("Records").size()).isEqualTo(1);
        assertThat(read(rest.path("NextShardIterator").asString()).path("Records").isEmpty())
                .isTrue();
        var limited =
                call(
                        "GetRecords",
                        "{'Limit': 2, 'ShardIterator': '" + iterator(arn, "'TRIM_HORIZON'") + "'}");
        assertThat(limited.path("Records").size()).isEqualTo(2);
        assertThat(
                        read(limited.path("NextShardIterator").asString())
                                .path("Records")
                                .path(0)
                                .path("dynamodb")
                                .path("Keys"))
                .isEqualTo(Account.json("{\"id\": {\"S\": \"c\"}}"));
    }

    @Test
    void transactions_and_batches_are_in_the_stream_too() {
        var arn = create("KEYS_ONLY");
        account.call(
                "TransactWriteItems",
                """
                {"TransactItems": [{"Put": {"TableName": "People", "Item": {"id": {"S": "a"}}}},
                                   {"Put": {"TableName": "People", "Item": {"id": {"S": "b"}}}}]}
                """);
        account.call(
                "BatchWriteItem",
                """
                {"RequestItems": {"People": [{"PutRequest": {"Item": {"id": {"S": "c"}}}}]}}
                """);

        assertThat(records(arn)).hasSize(3);
    }

    @Test
    void tells_that_the_service_deleted_what_had_expired() {
        account.sandbox().clock().freeze();
        var arn = create("OLD_IMAGE");
        account.call(
                "UpdateTimeToLive",
                """
                {"TableName": "People", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "expires"}}
                """);
        long expires = account.sandbox().clock().now().plusSeconds(10).getEpochSecond();
        put("a", ", 'expires': {'N': '" + expires + "'}");

        account.sandbox().clock().advance(Duration.ofHours(1));

        var removed = records(arn).getLast();
        assertThat(removed.path("eventName").asString()).isEqualTo("REMOVE");
        assertThat(removed.path("userIdentity"))
                .isEqualTo(
                        Account.json(
                                "{\"Type\": \"Service\", \"PrincipalId\": \"dynamodb.amazonaws.com\"}"));
    }

    @Test
    void an_iterator_is_good_for_a_quarter_of_an_hour_and_a_record_for_a_day() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        put("a", "");
        var first = records(arn).getFirst().path("dynamodb").path("SequenceNumber").asString();
        var iterator = iterator(arn, "'TRIM_HORIZON'");

        account.sandbox().clock().advance(Duration.ofMinutes(15));
        assertThat(read(iterator).path("Records").size()).isEqualTo(1);
        account.sandbox().clock().advance(Duration.ofSeconds(1));
        assertThat(refusal("GetRecords", "{'ShardIterator': '" + iterator + "'}"))
                .startsWith("ExpiredIteratorException");

        account.sandbox().clock().advance(Duration.ofHours(24).minusMinutes(16));
        var old = iterator(arn, "'TRIM_HORIZON'");
        account.sandbox().clock().advance(Duration.ofMinutes(10));
        assertThat(refusal("GetRecords", "{'ShardIterator': '" + old + "'}"))
                .startsWith("TrimmedDataAccessException");
        assertThat(
                        refusal(
                                "GetShardIterator",
                                at(
                                        arn,
                                        shard(arn),
                                        "'AT_SEQUENCE_NUMBER', 'SequenceNumber': '" + first + "'")))
                .startsWith("TrimmedDataAccessException");
        assertThat(records(arn)).isEmpty();
    }

    @Test
    void a_disabled_stream_ends_and_can_be_read_for_another_day() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        put("a", "");

        update("'StreamSpecification': {'StreamEnabled': false}");
        put("b", "");

        var read = read(iterator(arn, "'TRIM_HORIZON'"));
        assertThat(read.path("Records").size()).isEqualTo(1);
        assertThat(read.has("NextShardIterator")).isFalse();
        assertThat(described(arn).path("StreamStatus").asString()).isEqualTo("DISABLED");
        var table = account.call("DescribeTable", "{\"TableName\": \"People\"}").path("Table");
        assertThat(table.has("StreamSpecification")).isFalse();
        assertThat(table.path("LatestStreamArn").asString()).isEqualTo(arn);

        update("'StreamSpecification': {'StreamEnabled': true, 'StreamViewType': 'NEW_IMAGE'}");
        assertThat(call("ListStreams", "{}").path("Streams").size()).isEqualTo(2);
        account.call("DeleteTable", "{\"TableName\": \"People\"}");
        assertThat(call("ListStreams", "{}").path("Streams").size()).isEqualTo(2);
        account.sandbox().clock().advance(Duration.ofDays(1));
        assertThat(call("ListStreams", "{}").path("Streams").size()).isZero();
        assertThat(refusal("DescribeStream", "{'StreamArn': '" + arn + "'}"))
                .isEqualTo(
                        "ResourceNotFoundException: Requested resource not found: Stream: "
                                + arn
                                + " not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'StreamEnabled': true, 'StreamViewType': 'NEW_IMAGE' | Table already has an enabled stream: TableName: People
                    'StreamEnabled': true                                | One or more parameter values were invalid: If stream is being enabled then UpdateViewType is required
                    'StreamEnabled': false, 'StreamViewType': 'NEW_IMAGE' | One or more parameter values were invalid: If stream is being disabled, then UpdateViewType must not be specified
                    'StreamEnabled': true, 'StreamViewType': 'ALL'       | 1 validation error detected: Value 'ALL' at 'streamSpecification.streamViewType' failed to satisfy constraint: Member must satisfy enum value set: [OLD_IMAGE, KEYS_ONLY, NEW_AND_OLD_IMAGES, NEW_IMAGE]
                    """)
    void refuses_streams_that_cannot_be(String specification, String message) {
        create("KEYS_ONLY");

        assertThat(
                        account.refusal(
                                "UpdateTable",
                                "{\"TableName\": \"People\", \"StreamSpecification\": {"
                                        + specification.replace('\'', '"')
                                        + "}}"))
                .isEqualTo("ValidationException: " + message);
    }

    @Test
    void a_table_without_a_stream_has_none_to_disable() {
        create("KEYS_ONLY");
        update("'StreamSpecification': {'StreamEnabled': false}");

        assertThat(
                        account.refusal(
                                "UpdateTable",
                                "{\"TableName\": \"People\", \"StreamSpecification\": {\"StreamEnabled\": false}}"))
                .isEqualTo(
                        "ValidationException: Table has no stream to disable: TableName: People");
    }

    @Test
    void refuses_what_is_no_shard_or_iterator_of_the_stream() {
        var arn = create("KEYS_ONLY");

        assertThat(
                        refusal(
                                "GetShardIterator",
                                at(arn, "shardId-00000000000000000000-00000000", "'LATEST'")))
                .isEqualTo(
                        "ResourceNotFoundException: Requested resource not found: Shard does not"
                                + " exist");
        assertThat(refusal("GetRecords", "{'ShardIterator': 'abc'}"))
                .isEqualTo("ValidationException: Invalid ShardIterator");
        assertThat(refusal("GetRecords", "{'Limit': 1001, 'ShardIterator': 'abc'}"))
                .endsWith("Member must have value less than or equal to 1000");
    }

    @Test
    void the_sdk_reads_a_stream() {
        try (var sdk = new SdkAccount()) {
            sdk.createTable("Orders");
            sdk.dynamoDb.updateTable(request ->
                    request.tableName("Orders")
                            .streamSpecification(stream ->
                                    stream.streamEnabled(true)
                                            .streamViewType(StreamViewType.NEW_IMAGE)));
            sdk.put("Orders", SdkAccount.item("1", "note", "hello"));
            var arn = sdk.streams.listStreams().streams().getFirst().streamArn();
            var shard =
                    sdk.streams
                            .describeStream(request -> request.streamArn(arn))
                            .streamDescription()
                            .shards()
                            .getFirst();
            var iterator =
                    sdk.streams
                            .getShardIterator(request ->
                                    request.streamArn(arn)
                                            .shardId(shard.shardId())
                                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                            .shardIterator();

            var records =
                    sdk.streams.getRecords(request -> request.shardIterator(iterator)).records();

            assertThat(records).hasSize(1);
            assertThat(records.getFirst().eventName()).isEqualTo(OperationType.INSERT);
            assertThat(records.getFirst().eventID()).hasSize(32);
            assertThat(records.getFirst().dynamodb().newImage())
                    .containsEntry("note", AttributeValue.fromS("hello"));
        }
    }

    private List<JsonNode> shards(String arn) {
        return described(arn).path("Shards").valueStream().toList();
    }

    private String iteratorOf(String arn, JsonNode shard, String position) {
        return call("GetShardIterator", at(arn, shard.path("ShardId").asString(), position))
                .path("ShardIterator")
                .asString();
    }

    private static List<String> ids(JsonNode records) {
        return records.path("Records")
                .valueStream()
                .map(record -> record.path("dynamodb").path("Keys").path("id").path("S").asString())
                .toList();
    }

    @Test
    void every_four_hours_a_shard_closes_and_a_child_goes_on() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        put("a", "");
        put("b", "");
        var early = iterator(arn, "'LATEST'");
        account.sandbox().clock().advance(Duration.ofHours(4));
        put("c", "");

        var shards = shards(arn);

        assertThat(shards).hasSize(2);
        var parent = shards.get(0);
        var child = shards.get(1);
        assertThat(parent.has("ParentShardId")).isFalse();
        assertThat(child.path("ParentShardId")).isEqualTo(parent.path("ShardId"));
        var range = parent.path("SequenceNumberRange");
        assertThat(range.path("EndingSequenceNumber").asString())
                .isGreaterThanOrEqualTo(range.path("StartingSequenceNumber").asString())
                .isLessThan(
                        child.path("SequenceNumberRange")
                                .path("StartingSequenceNumber")
                                .asString());
        assertThat(child.path("SequenceNumberRange").has("EndingSequenceNumber")).isFalse();
        assertThat(refusal("GetRecords", "{'ShardIterator': '" + early + "'}"))
                .startsWith("ExpiredIteratorException");

        var rest = read(iteratorOf(arn, parent, "'TRIM_HORIZON'"));
        assertThat(ids(rest)).containsExactly("a", "b");
        assertThat(rest.has("NextShardIterator")).isFalse();
        var afterFirst =
                rest.path("Records").path(0).path("dynamodb").path("SequenceNumber").asString();
        assertThat(
                        ids(
                                read(
                                        iteratorOf(
                                                arn,
                                                parent,
                                                "'AFTER_SEQUENCE_NUMBER', 'SequenceNumber': '"
                                                        + afterFirst
                                                        + "'"))))
                .containsExactly("b");
        assertThat(
                        refusal(
                                "GetShardIterator",
                                at(
                                        arn,
                                        child.path("ShardId").asString(),
                                        "'AT_SEQUENCE_NUMBER', 'SequenceNumber': '"
                                                + afterFirst
                                                + "'")))
                .startsWith("ValidationException");
        var closed = read(iteratorOf(arn, parent, "'LATEST'"));
        assertThat(closed.path("Records").isEmpty()).isTrue();
        assertThat(closed.has("NextShardIterator")).isFalse();
        assertThat(ids(read(iteratorOf(arn, child, "'TRIM_HORIZON'")))).containsExactly("c");
    }

    @Test
    void a_reader_of_an_open_shard_is_told_when_it_has_closed() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        account.sandbox().clock().advance(Duration.ofHours(4).minusMinutes(5));
        put("a", "");
        var iterator = iterator(arn, "'TRIM_HORIZON'");
        var open = read(iterator);
        assertThat(ids(open)).containsExactly("a");
        account.sandbox().clock().advance(Duration.ofMinutes(4));
        put("b", "");
        account.sandbox().clock().advance(Duration.ofMinutes(1));
        put("c", "");

        var last = read(open.path("NextShardIterator").asString());

        assertThat(ids(last)).containsExactly("b");
        assertThat(last.has("NextShardIterator")).isFalse();
        var limited = call("GetRecords", "{'Limit': 1, 'ShardIterator': '" + iterator + "'}");
        assertThat(ids(limited)).containsExactly("a");
        assertThat(ids(read(limited.path("NextShardIterator").asString()))).containsExactly("b");
    }

    @Test
    void a_closed_shard_can_be_read_for_a_day_and_an_idle_stream_goes_on_in_new_ones() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        put("a", "");
        var first = shards(arn).getFirst();

        account.sandbox().clock().advance(Duration.ofHours(28).minusSeconds(1));
        assertThat(shards(arn)).hasSize(7);
        assertThat(shards(arn).getFirst().path("ShardId")).isEqualTo(first.path("ShardId"));
        var trimmed = read(iteratorOf(arn, first, "'TRIM_HORIZON'"));
        assertThat(trimmed.path("Records").isEmpty()).isTrue();
        assertThat(trimmed.has("NextShardIterator")).isFalse();

        account.sandbox().clock().advance(Duration.ofSeconds(1));
        assertThat(shards(arn)).hasSize(7);
        assertThat(shards(arn).getFirst().path("ParentShardId")).isEqualTo(first.path("ShardId"));
        assertThat(
                        refusal(
                                "GetShardIterator",
                                at(arn, first.path("ShardId").asString(), "'TRIM_HORIZON'")))
                .startsWith("ResourceNotFoundException");

        account.sandbox().clock().advance(Duration.ofDays(400));
        put("b", "");
        assertThat(shards(arn)).hasSize(7);
        assertThat(ids(read(iteratorOf(arn, shards(arn).getLast(), "'TRIM_HORIZON'"))))
                .containsExactly("b");
    }

    @Test
    void shards_come_in_pages_and_by_their_parent() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        account.sandbox().clock().advance(Duration.ofHours(13));
        var all = shards(arn);
        assertThat(all).hasSize(4);

        var page =
                call("DescribeStream", "{'StreamArn': '" + arn + "', 'Limit': 3}")
                        .path("StreamDescription");
        var rest =
                call(
                                "DescribeStream",
                                "{'StreamArn': '%s', 'Limit': 3, 'ExclusiveStartShardId': %s}"
                                        .formatted(arn, page.path("LastEvaluatedShardId")))
                        .path("StreamDescription");
        var children =
                call(
                                "DescribeStream",
                                "{'StreamArn': '%s', 'ShardFilter': {'Type': 'CHILD_SHARDS', 'ShardId': %s}}"
                                        .formatted(arn, all.get(1).path("ShardId")))
                        .path("StreamDescription");

        assertThat(page.path("Shards").valueStream().toList()).isEqualTo(all.subList(0, 3));
        assertThat(rest.path("Shards").valueStream().toList()).isEqualTo(all.subList(3, 4));
        assertThat(rest.has("LastEvaluatedShardId")).isFalse();
        assertThat(children.path("Shards").valueStream().toList()).isEqualTo(all.subList(2, 3));
        assertThat(
                        refusal(
                                "DescribeStream",
                                "{'StreamArn': '%s', 'ShardFilter': {'Type': 'CHILD_SHARDS', 'ShardId': 'shardId-000000000000000000000000'}}"
                                        .formatted(arn)))
                .startsWith("ResourceNotFoundException");
    }

    /// A reader that follows the lineage reads every record once, in order, whatever the rhythm.
    @RepeatedTest(5)
    void following_the_children_reads_everything_once(RepetitionInfo repetition) {
        account.sandbox().clock().freeze();
        var random = new Random(repetition.getCurrentRepetition());
        var arn = create("KEYS_ONLY");
        var written = new ArrayList<String>();
        for (int number = 0; number < 40; number++) {
            put("" + number, "");
            written.add("" + number);
            account.sandbox().clock().advance(Duration.ofMinutes(random.nextInt(70)));
        }

        var found = new ArrayList<String>();
        var shard = shards(arn).getFirst();
        while (true) {
            var next = iteratorOf(arn, shard, "'TRIM_HORIZON'");
            while (!next.isEmpty()) {
                var page =
                        call(
                                "GetRecords",
                                "{'Limit': %d, 'ShardIterator': '%s'}"
                                        .formatted(1 + random.nextInt(3), next));
                found.addAll(ids(page));
                var more = page.path("NextShardIterator").asString("");
                next = page.path("Records").isEmpty() ? "" : more;
            }
            var id = shard.path("ShardId");
            var child =
                    shards(arn).stream()
                            .filter(each -> each.path("ParentShardId").equals(id))
                            .findFirst();
            if (child.isEmpty()) {
                break;
            }
            shard = child.get();
        }

        assertThat(written).endsWith(found.toArray(new String[0]));
        assertThat(found).hasSizeGreaterThan(20);
    }
}
