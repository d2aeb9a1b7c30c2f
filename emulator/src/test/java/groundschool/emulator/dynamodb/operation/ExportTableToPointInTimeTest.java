package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.dynamodb.DynamoDb;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.ExportType;
import tools.jackson.databind.JsonNode;

/// What an export writes.
class ExportTableToPointInTimeTest extends TransferFixture {

    static Consumer<ExportTableToPointInTimeRequest.Builder> between(Instant from, Instant to) {
        return export ->
                export.exportType(ExportType.INCREMENTAL_EXPORT)
                        .incrementalExportSpecification(
                                period -> period.exportFromTime(from).exportToTime(to));
    }

    @Test
    void writes_all_items_and_manifests_that_tell_of_them() throws Exception {
        account.put("Pets", SdkAccount.item("a", "name", "Rex"));
        account.put("Pets", SdkAccount.item("b", "name", "Momo"));

        var export = export(to -> to.s3Prefix("backups"));

        assertThat(export.exportStatus()).isEqualTo(ExportStatus.COMPLETED);
        assertThat(export.itemCount()).isEqualTo(2);
        var id = export.exportArn().substring(export.exportArn().lastIndexOf('/') + 1);
        assertThat(export.exportArn()).startsWith(TABLE_ARN + "/export/");
        assertThat(id).matches("\\d{14}-[0-9a-f]{8}");
        var folder = "backups/AWSDynamoDB/" + id + "/";
        assertThat(export.exportManifest()).isEqualTo(folder + "manifest-summary.json");
        assertThat(keys(""))
                .hasSize(6)
                .contains(
                        folder + "_started",
                        folder + "manifest-files.json",
                        folder + "manifest-files.md5",
                        folder + "manifest-summary.json",
                        folder + "manifest-summary.md5");
        assertThat(json(folder + "data/"))
                .containsExactlyInAnyOrder(
                        Account.json("{\"Item\":{\"id\":{\"S\":\"a\"},\"name\":{\"S\":\"Rex\"}}}"),
                        Account.json(
                                "{\"Item\":{\"id\":{\"S\":\"b\"},\"name\":{\"S\":\"Momo\"}}}"));

        var summary = Account.json(text(folder + "manifest-summary.json"));
        assertThat(summary.path("version").asString()).isEqualTo("2020-06-30");
        assertThat(summary.path("exportArn").asString()).isEqualTo(export.exportArn());
        assertThat(summary.path("itemCount").asInt()).isEqualTo(2);
        assertThat(summary.path("outputFormat").asString()).isEqualTo("DYNAMODB_JSON");
        assertThat(summary.path("s3SseKmsKeyId").isNull()).isTrue();
        assertThat(summary.path("manifestFilesS3Key").asString())
                .isEqualTo(folder + "manifest-files.json");
        var file = Account.json(text(folder + "manifest-files.json"));
        var data = bytes(file.path("dataFileS3Key").asString());
        assertThat(file.path("itemCount").asInt()).isEqualTo(2);
        assertThat(file.path("md5Checksum").asString()).isEqualTo(md5(data));
        assertThat(text(folder + "manifest-summary.md5"))
                .isEqualTo(md5(bytes(folder + "manifest-summary.json")));
    }

    private static String md5(byte[] bytes) throws Exception {
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    }

    @Test
    void writes_ion_as_the_service_does() {
        account.put(
                "Pets",
                Map.of(
                        "id", AttributeValue.fromS("a \"b\"\n"),
                        "null", AttributeValue.fromNul(true),
                        "toys", AttributeValue.fromSs(List.of("ball")),
                        "odd name", AttributeValue.fromN("103"),
                        "price", AttributeValue.fromN("2000"),
                        "weight", AttributeValue.fromN("-12.50"),
                        "photo", AttributeValue.fromB(SdkBytes.fromUtf8String("hi")),
                        "tame", AttributeValue.fromBool(false),
                        "visits", AttributeValue.fromL(List.of(AttributeValue.fromM(Map.of())))));

        var export = export(to -> to.exportFormat("ION"));

        var files = keys("").stream().filter(key -> key.endsWith(".ion.gz")).toList();
        assertThat(export.exportFormatAsString()).isEqualTo("ION");
        assertThat(files).hasSize(1);
        assertThat(unzipped(bytes(files.getFirst())))
                .startsWith("$ion_1_0 {Item:{")
                .endsWith("}}\n")
                .contains(
                        "id:\"a \\\"b\\\"\\n\"",
                        "'null':null",
                        "toys:$dynamodb_SS::[\"ball\"]",
                        "'odd name':103.",
                        "price:2d3",
                        "weight:-12.5",
                        "photo:{{aGk=}}",
                        "tame:false",
                        "visits:[{}]");
    }

    @Test
    void shows_the_table_as_it_was_at_a_time() {
        account.put("Pets", SdkAccount.item("a", "name", "Rex"));
        account.put("Pets", SdkAccount.item("b", "name", "Momo"));
        pass(Duration.ofMinutes(1));
        var then = account.sandbox().clock().now();
        pass(Duration.ofMinutes(10));
        account.put("Pets", SdkAccount.item("a", "name", "Max"));
        account.dynamoDb.deleteItem(delete -> delete.tableName("Pets").key(SdkAccount.key("b")));
        account.put("Pets", SdkAccount.item("c", "name", "Luna"));

        var export = export(to -> to.exportTime(then));

        assertThat(export.exportTime()).isEqualTo(then.truncatedTo(ChronoUnit.MILLIS));
        assertThat(json(""))
                .containsExactlyInAnyOrder(
                        Account.json("{\"Item\":{\"id\":{\"S\":\"a\"},\"name\":{\"S\":\"Rex\"}}}"),
                        Account.json(
                                "{\"Item\":{\"id\":{\"S\":\"b\"},\"name\":{\"S\":\"Momo\"}}}"));
    }

    @Test
    void later_writes_do_not_show_however_late_it_is_written() {
        account.put("Pets", SdkAccount.item("a", "name", "Rex"));
        account.sandbox()
                .storage()
                .transition(() ->
                        account.sandbox()
                                .state(new DynamoDb())
                                .delayChanges(Duration.ofMinutes(5)));
        var begun =
                account.dynamoDb
                        .exportTableToPointInTime(
                                export -> export.tableArn(TABLE_ARN).s3Bucket(BUCKET))
                        .exportDescription();
        assertThat(begun.exportStatus()).isEqualTo(ExportStatus.IN_PROGRESS);
        assertThat(begun.exportManifest()).isNull();
        account.put("Pets", SdkAccount.item("b", "name", "Momo"));
        assertThat(keys("")).isEmpty();

        pass(Duration.ofMinutes(5));

        assertThat(describe(begun.exportArn()).itemCount()).isEqualTo(1);
        assertThat(describe(begun.exportArn()).endTime())
                .isEqualTo(begun.startTime().plus(Duration.ofMinutes(5)));
    }

    @Test
    void an_incremental_export_has_what_was_changed_in_a_period() {
        account.put("Pets", SdkAccount.item("a", "name", "Rex"));
        account.put("Pets", SdkAccount.item("gone", "name", "Momo"));
        pass(Duration.ofMinutes(1));
        var from = account.sandbox().clock().now();
        account.put("Pets", SdkAccount.item("a", "name", "Max"));
        account.put("Pets", SdkAccount.item("new", "name", "Luna"));
        account.put("Pets", SdkAccount.item("short", "name", "Fly"));
        account.dynamoDb.deleteItem(d -> d.tableName("Pets").key(SdkAccount.key("gone")));
        account.dynamoDb.deleteItem(d -> d.tableName("Pets").key(SdkAccount.key("short")));
        pass(Duration.ofMinutes(15));
        var to = account.sandbox().clock().now();
        account.put("Pets", SdkAccount.item("a", "name", "Later"));

        var export = export(between(from, to));

        assertThat(export.exportStatus()).isEqualTo(ExportStatus.COMPLETED);
        assertThat(export.exportType()).isEqualTo(ExportType.INCREMENTAL_EXPORT);
        assertThat(export.itemCount()).isEqualTo(3);
        var micros = from.toEpochMilli() + "000";
        assertThat(json("AWSDynamoDB/data/"))
                .containsExactlyInAnyOrder(
                        record("a", "OldImage", "Rex", "NewImage", "Max", micros),
                        record("new", "", "", "NewImage", "Luna", micros),
                        record("gone", "OldImage", "Momo", "", "", micros));
        var summary = Account.json(text(export.exportManifest()));
        assertThat(summary.path("version").asString()).isEqualTo("2023-08-01");
        assertThat(summary.path("outputView").asString()).isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(summary.path("exportType").asString()).isEqualTo("INCREMENTAL_EXPORT");
        assertThat(summary.has("exportTime")).isFalse();

        export(
                between(from, to)
                        .andThen(also ->
                                also.s3Prefix("new")
                                        .incrementalExportSpecification(period ->
                                                period.exportFromTime(from)
                                                        .exportToTime(to)
                                                        .exportViewType("NEW_IMAGE"))));
        assertThat(json("new/AWSDynamoDB/data/"))
                .containsExactlyInAnyOrder(
                        record("a", "", "", "NewImage", "Max", micros),
                        record("new", "", "", "NewImage", "Luna", micros),
                        record("gone", "", "", "", "", micros));
    }

    private static JsonNode record(
            String id,
            String first,
            String firstName,
            String second,
            String secondName,
            String at) {
        return Account.json(
                "{\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\"%s\"}},\"Keys\":{\"id\":{\"S\":\"%s\"}}%s%s}"
                        .formatted(
                                at,
                                id,
                                image(first, id, firstName),
                                image(second, id, secondName)));
    }

    private List<JsonNode> json(String prefix) {
        return lines(prefix).stream().map(Account::json).toList();
    }

    private static String image(String member, String id, String name) {
        return member.isEmpty()
                ? ""
                : ",\"%s\":{\"id\":{\"S\":\"%s\"},\"name\":{\"S\":\"%s\"}}"
                        .formatted(member, id, name);
    }

    @Test
    void a_filter_says_which_items_and_what_of_them() {
        account.put("Pets", SdkAccount.item("a", "name", "Rex"));
        account.put("Pets", SdkAccount.item("b", "name", "Momo"));

        var begun =
                account.call(
                        "ExportTableToPointInTime",
                        """
                        {'TableArn': '%s', 'S3Bucket': '%s',
                         'FilterSpecification': {'FilterExpression': '#n = :n', 'ProjectionExpression': '#n',
                           'ExpressionAttributeNames': {'#n': 'name'}, 'ExpressionAttributeValues': {':n': {'S': 'Momo'}}}}
                        """
                                .formatted(TABLE_ARN, BUCKET));

        var description = begun.path("ExportDescription");
        var arn = description.path("ExportArn").asString();
        until(() -> describe(arn), e -> e.exportStatus() != ExportStatus.IN_PROGRESS);
        assertThat(json(""))
                .containsExactly(Account.json("{\"Item\":{\"name\":{\"S\":\"Momo\"}}}"));
        assertThat(
                        description
                                .path("FilterSpecification")
                                .path("ExpressionAttributeValues")
                                .path(":n")
                                .path("S")
                                .asString())
                .isEqualTo("Momo");
    }
}
