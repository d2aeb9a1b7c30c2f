package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportSummary;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.ImportTableRequest;

class ImportTableTest extends TransferFixture {

    private static final String GARBAGE =
            "Some of the items failed validation checks and were not imported. Please check"
                    + " CloudWatch error logs for more details.";

    private String refusal(Consumer<ImportTableRequest.Builder> more) {
        var refusal = catchThrowableOfType(DynamoDbException.class, () -> begin(more));
        return refusal.awsErrorDetails().errorCode()
                + ": "
                + refusal.awsErrorDetails().errorMessage();
    }

    private Map<String, AttributeValue> imported(String id) {
        return account.get("Imported", id);
    }

    private static AttributeValue of(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromNul(true));
    }

    private List<String> logged(ImportTableDescription each) {
        var id = each.importArn().substring(each.importArn().lastIndexOf('/') + 1);
        try (var logs = account.client(CloudWatchLogsClient.builder())) {
            return logs
                    .getLogEvents(events ->
                            events.logGroupName("/aws-dynamodb/imports")
                                    .logStreamName(id + "/error"))
                    .events()
                    .stream()
                    .map(event -> event.message())
                    .toList();
        }
    }

    @Test
    void makes_a_table_of_all_objects_below_a_prefix() {
        put("in/1.json", "{\"Item\":{\"id\":{\"S\":\"a\"},\"n\":{\"N\":\"1\"}}}\n\n");
        put("in/2.json", "{\"Item\":{\"id\":{\"S\":\"b\"}}}");
        put("other.json", "nothing");

        var done = importing(_ -> {});

        assertThat(done.importStatus()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(done.importedItemCount()).isEqualTo(2);
        assertThat(done.processedItemCount()).isEqualTo(2);
        assertThat(done.errorCount()).isZero();
        assertThat(done.processedSizeBytes()).isEqualTo(66);
        assertThat(done.s3BucketSource().s3BucketOwner()).isEqualTo("123456789012");
        assertThat(done.inputCompressionTypeAsString()).isEqualTo("NONE");
        assertThat(done.cloudWatchLogGroupArn())
                .isEqualTo("arn:aws:logs:eu-west-1:123456789012:log-group:/aws-dynamodb/imports:*");
        assertThat(imported("a")).containsEntry("n", AttributeValue.fromN("1"));
        assertThat(imported("b")).hasSize(1);
        var table = account.dynamoDb.describeTable(t -> t.tableName("Imported")).table();
        assertThat(table.tableStatusAsString()).isEqualTo("ACTIVE");
        assertThat(table.tableId()).isEqualTo(done.tableId());
    }

    @Test
    void takes_in_what_was_exported_in_either_format() {
        var all =
                Map.of(
                        "id", AttributeValue.fromS("it's \"a\"\n\u00e9\ud83d\ude00"),
                        "null", AttributeValue.fromNul(true),
                        "odd name", AttributeValue.fromN("1.5"),
                        "large", AttributeValue.fromN("-123E+100"),
                        "tame", AttributeValue.fromBool(true),
                        "photo", AttributeValue.fromB(SdkBytes.fromUtf8String("hi")),
                        "ss", AttributeValue.fromSs(List.of("x", "y")),
                        "ns", AttributeValue.fromNs(List.of("600")),
                        "bs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("b"))),
                        "m", AttributeValue.fromM(Map.of("l", AttributeValue.fromL(List.of()))));
        account.put("Pets", all);

        for (var format : List.of("DYNAMODB_JSON", "ION")) {
            var export = export(to -> to.s3Prefix(format).exportFormat(format));
            var folder = export.exportManifest().replace("manifest-summary.json", "data/");
            var done =
                    importing(from ->
                            from.inputFormat(format)
                                    .inputCompressionType("GZIP")
                                    .s3BucketSource(
                                            source -> source.s3Bucket(BUCKET).s3KeyPrefix(folder)));
            assertThat(done.importStatus()).as("%s", done).isEqualTo(ImportStatus.COMPLETED);
            var found = imported(of(all, "id").s());
            assertThat(of(found, "large").n()).isEqualTo("-123" + "0".repeat(100));
            assertThat(found.keySet()).isEqualTo(all.keySet());
            assertThat(found.get("m")).isEqualTo(all.get("m"));
            assertThat(found.get("bs")).isEqualTo(all.get("bs"));
            assertThat(found.get("null")).isEqualTo(all.get("null"));
            assertThat(found.get("odd name")).isEqualTo(all.get("odd name"));
            account.dynamoDb.deleteTable(table -> table.tableName("Imported"));
        }
    }

    @Test
    void reads_csv_with_keys_of_their_types_and_all_else_as_strings() {
        put("in/a.csv", "id,born,note\r\na,2019,\"large, \"\"tame\"\"\nand loud\"\r\nb,2020\r\n");

        var done =
                importing(from ->
                        from.inputFormat("CSV")
                                .tableCreationParameters(table ->
                                        table.tableName("Imported")
                                                .billingMode("PAY_PER_REQUEST")
                                                .attributeDefinitions(
                                                        a ->
                                                                a.attributeName("id")
                                                                        .attributeType("S"),
                                                        a ->
                                                                a.attributeName("born")
                                                                        .attributeType("N"))
                                                .keySchema(
                                                        k -> k.attributeName("id").keyType("HASH"))
                                                .globalSecondaryIndexes(index ->
                                                        index.indexName("ByYear")
                                                                .keySchema(k ->
                                                                        k.attributeName("born")
                                                                                .keyType("HASH"))
                                                                .projection(p ->
                                                                        p.projectionType("ALL")))));

        assertThat(done.importStatus()).as("%s", done).isEqualTo(ImportStatus.COMPLETED);
        assertThat(done.inputFormatOptions()).isNull();
        assertThat(imported("a"))
                .containsEntry("note", AttributeValue.fromS("large, \"tame\"\nand loud"));
        assertThat(imported("b")).doesNotContainKey("note");
        var found =
                account.dynamoDb.query(query ->
                        query.tableName("Imported")
                                .indexName("ByYear")
                                .keyConditionExpression("born = :y")
                                .expressionAttributeValues(
                                        Map.of(":y", AttributeValue.fromN("2020"))));
        assertThat(found.items()).extracting(item -> of(item, "id").s()).containsExactly("b");
    }

    @Test
    void csv_may_have_another_delimiter_and_its_header_elsewhere() {
        put("in/a.csv", "a;1\nb;2\n");

        var done =
                importing(from ->
                        from.inputFormat("CSV")
                                .inputFormatOptions(options ->
                                        options.csv(
                                                csv -> csv.delimiter(";").headerList("id", "n"))));

        assertThat(done.importedItemCount()).isEqualTo(2);
        assertThat(done.inputFormatOptions().csv().headerList()).containsExactly("id", "n");
        assertThat(imported("a")).containsEntry("n", AttributeValue.fromS("1"));
    }

    @Test
    void a_wrong_item_fails_the_import_and_leaves_the_others_in_the_table() {
        put(
                "in/a.json",
                """
                {"Item":{"id":{"S":"a"}}}
                {"Item":{"name":{"S":"keyless"}}}
                {"Item":{"id":{"S":"c"}}}
                """);

        var done = importing(_ -> {});

        assertThat(done.importStatus()).isEqualTo(ImportStatus.FAILED);
        assertThat(done.failureCode()).isEqualTo("ItemValidationError");
        assertThat(done.failureMessage()).isEqualTo(GARBAGE);
        assertThat(done.processedItemCount()).isEqualTo(3);
        assertThat(done.importedItemCount()).isEqualTo(2);
        assertThat(done.errorCount()).isEqualTo(1);
        assertThat(imported("c")).isNotEmpty();
        assertThat(logged(done))
                .containsExactly(
                        "{\"itemS3Pointer\":{\"bucket\":\"%s\",\"key\":\"in/a.json\",\"itemIndex\":1},\"importArn\":\"%s\",\"errorMessages\":[\"One or more parameter values were invalid: Missing the key id in the item\"]}"
                                .formatted(BUCKET, done.importArn()));
    }

    @Test
    void what_follows_a_line_that_is_no_json_is_passed_over() {
        put(
                "in/a.json",
                "{\"Item\":{\"id\":{\"S\":\"a\"}}}\n}{\n{\"Item\":{\"id\":{\"S\":\"c\"}}}\n");
        put("in/b.json", "{\"Item\":{\"id\":{\"S\":\"b\"}}}\n");

        var done = importing(_ -> {});

        assertThat(done.processedItemCount()).isEqualTo(3);
        assertThat(done.importedItemCount()).isEqualTo(2);
        assertThat(imported("c")).isEmpty();
        assertThat(imported("b")).isNotEmpty();
    }

    @Test
    void objects_that_are_not_compressed_as_was_said_are_errors() {
        put("in/a.json", "{\"Item\":{\"id\":{\"S\":\"a\"}}}\n");

        var done = importing(from -> from.inputCompressionType("GZIP"));

        assertThat(done.failureCode()).isEqualTo("ItemValidationError");
        assertThat(done.processedItemCount()).isEqualTo(1);
        assertThat(done.importedItemCount()).isZero();
    }

    @Test
    void ion_may_have_comments_lists_and_numbers_of_all_kinds() {
        put(
                "in/a.ion",
                """
                $ion_1_0 /* two
                of them */ [
                  { Item: { id: '''long''' ''' text''', n: 0x1F, 'e': -1.5e1, $ann::d: 1_000.5, none: null.int } },
                  { "Item": { id: sym, l: [true, false,], } } // the end
                ]
                {Item:{id:"third"}}
                """
                        .replace("$ann::d", "d"));

        var done = importing(from -> from.inputFormat("ION"));

        assertThat(done.importStatus()).as("%s", done).isEqualTo(ImportStatus.COMPLETED);
        assertThat(imported("long text"))
                .containsEntry("n", AttributeValue.fromN("31"))
                .containsEntry("e", AttributeValue.fromN("-15"))
                .containsEntry("d", AttributeValue.fromN("1000.5"))
                .containsEntry("none", AttributeValue.fromNul(true));
        assertThat(of(imported("sym"), "l").l()).hasSize(2);
        assertThat(imported("third")).hasSize(1);
    }

    @Test
    void nonsense_in_ion_is_an_error_and_no_hang() {
        put("in/1.ion", "{Item:{id:\"a\"}} {Item:{id:2026-01-01}}");
        put("in/2.ion", "{Item:{id:\"unfinished");
        put("in/3.ion", "[".repeat(100_000));
        put("in/4.ion", new byte[] {(byte) 0xE0, 1, 0, (byte) 0xEA});

        var done = importing(from -> from.inputFormat("ION"));

        assertThat(done.importedItemCount()).isEqualTo(1);
        assertThat(done.errorCount()).isEqualTo(4);
    }

    @Test
    void a_bucket_that_is_not_there_leaves_no_table() {
        var done = importing(from -> from.s3BucketSource(s -> s.s3Bucket("nobody-has-this-one")));

        assertThat(done.failureCode()).isEqualTo("S3NoSuchBucket");
        assertThat(done.processedItemCount()).isZero();
        assertThat(done.tableArn()).endsWith("table/Imported");
        assertThat(account.dynamoDb.listTables().tableNames()).doesNotContain("Imported");

        var empty = importing(_ -> {});
        assertThat(empty.importStatus()).isEqualTo(ImportStatus.COMPLETED);
        assertThat(account.dynamoDb.listTables().tableNames()).contains("Imported");
    }

    @Test
    void reads_in_the_name_of_whoever_asked() {
        put("in/1.json", "{\"Item\":{\"id\":{\"S\":\"a\"}}}");
        var key = account.user("importer", "dynamodb:*", "s3:ListBucket");
        try (var dynamoDb = account.client(DynamoDbClient.builder(), key)) {
            var begun =
                    dynamoDb.importTable(from ->
                            from.s3BucketSource(s -> s.s3Bucket(BUCKET))
                                    .inputFormat("DYNAMODB_JSON")
                                    .tableCreationParameters(table ->
                                            table.tableName("Imported")
                                                    .billingMode("PAY_PER_REQUEST")
                                                    .attributeDefinitions(a ->
                                                            a.attributeName("id")
                                                                    .attributeType("S"))
                                                    .keySchema(k ->
                                                            k.attributeName("id")
                                                                    .keyType("HASH"))));
            var done =
                    until(
                            () -> describeImport(begun.importTableDescription().importArn()),
                            each -> each.importStatus() != ImportStatus.IN_PROGRESS);

            assertThat(done.failureCode()).isEqualTo("S3AccessDenied");
            assertThat(done.failureMessage())
                    .contains("user/importer is not authorized to perform: s3:GetObject");
            assertThat(account.dynamoDb.listTables().tableNames()).doesNotContain("Imported");
        }
    }

    @Test
    void a_name_can_be_taken_once() {
        var first = importing(from -> from.clientToken("once"));

        assertThat(refusal(from -> from.clientToken("once")))
                .isEqualTo("ResourceInUseException: Table already exists: Imported");
        account.dynamoDb.deleteTable(table -> table.tableName("Imported"));
        assertThat(begin(from -> from.clientToken("once")).importArn())
                .isEqualTo(first.importArn());
        assertThat(
                        refusal(from ->
                                from.clientToken("once")
                                        .tableCreationParameters(table ->
                                                table.tableName("Another")
                                                        .billingMode("PAY_PER_REQUEST")
                                                        .attributeDefinitions(a ->
                                                                a.attributeName("id")
                                                                        .attributeType("S"))
                                                        .keySchema(k ->
                                                                k.attributeName("id")
                                                                        .keyType("HASH")))))
                .isEqualTo(
                        "ImportConflictException: Import conflict: Duplicate request detected with conflicting parameters");
    }

    @Test
    void refuses_what_does_not_go_together() {
        assertThat(refusal(from -> from.inputFormatOptions(o -> o.csv(csv -> csv.delimiter(";")))))
                .isEqualTo(
                        "ValidationException: Invalid Request: Unsupported InputFormatOptions for the given input format: DYNAMODB_JSON.");
        assertThat(refusal(from -> from.inputCompressionType("ZSTD")))
                .isEqualTo(
                        "ValidationException: InputCompressionType ZSTD is not supported by this emulator yet");
        assertThat(
                        refusal(from ->
                                from.tableCreationParameters(table ->
                                        table.tableName("Imported")
                                                .attributeDefinitions(a ->
                                                        a.attributeName("id").attributeType("S"))
                                                .keySchema(k ->
                                                        k.attributeName("id").keyType("HASH")))))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED");
    }

    @Test
    void lists_imports_the_newest_first_even_of_tables_that_are_gone() {
        var first = importing(_ -> {});
        account.dynamoDb.deleteTable(table -> table.tableName("Imported"));
        pass(Duration.ofSeconds(1));
        var second = importing(_ -> {});

        var page = account.dynamoDb.listImports(list -> list.pageSize(1));
        var rest = account.dynamoDb.listImports(list -> list.nextToken(page.nextToken()));

        assertThat(page.importSummaryList())
                .extracting(ImportSummary::importArn)
                .containsExactly(second.importArn());
        assertThat(rest.importSummaryList())
                .extracting(ImportSummary::importArn)
                .containsExactly(first.importArn());
        assertThat(
                        catchThrowableOfType(
                                        DynamoDbException.class,
                                        () ->
                                                account.dynamoDb.listExports(
                                                        list -> list.nextToken(page.nextToken())))
                                .awsErrorDetails()
                                .errorMessage())
                .isEqualTo("Invalid Request: Provided nextToken is invalid: " + page.nextToken());
    }
}
