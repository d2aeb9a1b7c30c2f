package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The answers that are compared are those that LocalStack and ack-api-quirks recorded from the
/// service.
class BackupsTest extends BackupsFixture {

    private String backUp() {
        return call("CreateBackup", "{'TableName': 'Orders', 'BackupName': 'nightly'}")
                .path("BackupDetails")
                .path("BackupArn")
                .asString();
    }

    private String restore(String arn, String more) {
        return "{'TargetTableName': 'Copy', 'BackupArn': '" + arn + "'" + more + "}";
    }

    @Test
    void a_backup_keeps_the_items_as_they_were() {
        var arn = backUp();
        put("2", "Bob");
        delete("1");

        var answer = call("RestoreTableFromBackup", restore(arn, ""));

        assertThat(arn)
                .matches(
                        "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/backup/\\d{14}-[0-9a-f]{8}");
        assertThat(answer.path("TableDescription").path("TableStatus").asString())
                .isEqualTo("CREATING");
        assertThat(
                        call("GetItem", "{'TableName': 'Copy', 'Key': {'id': {'S': '1'}}}")
                                .path("Item")
                                .path("customer")
                                .path("S")
                                .asString())
                .isEqualTo("Ada");
        assertThat(count("Copy")).isEqualTo(1);
        assertThat(countInIndex("Copy")).isEqualTo(1);
        assertThat(count("Orders")).isEqualTo(1);
        var copy = call("DescribeTable", "{'TableName': 'Copy'}").path("Table");
        assertThat(copy.path("RestoreSummary").path("SourceBackupArn").asString()).isEqualTo(arn);
        assertThat(copy.path("RestoreSummary").path("RestoreInProgress").asBoolean(true)).isFalse();
        assertThat(
                        call(
                                        "ListTagsOfResource",
                                        "{'ResourceArn': 'arn:aws:dynamodb:eu-west-1:123456789012:table/Copy'}")
                                .path("Tags")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void what_is_written_to_the_restored_table_does_not_show_in_the_backup() {
        var arn = backUp();
        call("RestoreTableFromBackup", restore(arn, ""));
        call("PutItem", "{'TableName': 'Copy', 'Item': {'id': {'S': '9'}}}");
        call("DeleteTable", "{'TableName': 'Copy'}");

        call("RestoreTableFromBackup", restore(arn, ""));

        assertThat(count("Copy")).isEqualTo(1);
    }

    @Test
    void a_backup_outlives_its_table_and_is_listed_by_time_and_table() {
        var arn = backUp();
        call("DeleteTable", "{'TableName': 'Orders'}");

        var listed = call("ListBackups", "{'TableName': 'Orders'}").path("BackupSummaries");

        assertThat(listed.path(0).path("BackupArn").asString()).isEqualTo(arn);
        assertThat(listed.path(0).path("BackupStatus").asString()).isEqualTo("AVAILABLE");
        assertThat(listed.path(0).path("BackupType").asString()).isEqualTo("USER");
        assertThat(call("ListBackups", "{'TableName': 'Others'}").path("BackupSummaries").isEmpty())
                .isTrue();
        long now = account.sandbox().clock().now().getEpochSecond();
        assertThat(
                        call("ListBackups", "{'TimeRangeLowerBound': " + (now + 60) + "}")
                                .path("BackupSummaries")
                                .isEmpty())
                .isTrue();
        assertThat(refusal("ListBackups", "{'TimeRangeLowerBound': 2, 'TimeRangeUpperBound': 1}"))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Time"
                                + " range lower bound must be less than or equal to upper bound");
    }

    @Test
    void pages_through_backups() {
        backUp();
        advance(Duration.ofSeconds(1));
        backUp();

        var first = call("ListBackups", "{'Limit': 1}");
        var second =
                call(
                        "ListBackups",
                        "{'ExclusiveStartBackupArn': "
                                + first.path("LastEvaluatedBackupArn")
                                + "}");

        assertThat(second.path("BackupSummaries").size()).isEqualTo(1);
        assertThat(second.has("LastEvaluatedBackupArn")).isFalse();
    }

    @Test
    void shows_the_table_as_it_was_and_is_gone_once_it_is_deleted() {
        var arn = backUp();
        var described =
                call("DescribeBackup", "{'BackupArn': '" + arn + "'}").path("BackupDescription");

        assertThat(described.path("SourceTableDetails").path("ItemCount").asInt()).isEqualTo(1);
        assertThat(
                        described
                                .path("SourceTableFeatureDetails")
                                .path("GlobalSecondaryIndexes")
                                .path(0)
                                .path("IndexName")
                                .asString())
                .isEqualTo("by-customer");
        assertThat(
                        call("DeleteBackup", "{'BackupArn': '" + arn + "'}")
                                .path("BackupDescription")
                                .path("BackupDetails")
                                .path("BackupStatus")
                                .asString())
                .isEqualTo("DELETED");
        assertThat(refusal("DescribeBackup", "{'BackupArn': '" + arn + "'}"))
                .isEqualTo("BackupNotFoundException: Backup not found: " + arn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    , 'BillingModeOverride': 'PROVISIONED' | ValidationException: Invalid Request: Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED
                    , 'BillingModeOverride': 'PAY_PER_REQUEST', 'ProvisionedThroughputOverride': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': 1} | ValidationException: Invalid Request: Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST
                    , 'GlobalSecondaryIndexOverride': [{'IndexName': 'other', 'Projection': {'ProjectionType': 'ALL'}, 'KeySchema': [{'AttributeName': 'customer', 'KeyType': 'HASH'}]}] | ValidationException: Invalid Request: Index other does not match a secondary index that existed in the source table and cannot be created during the restore operation
                    """)
    void refuses_overrides_that_do_not_fit(String overrides, String message) {
        assertThat(refusal("RestoreTableFromBackup", restore(backUp(), overrides)))
                .isEqualTo(message);
    }

    @Test
    void leaves_out_indexes_that_are_not_wanted() {
        call("RestoreTableFromBackup", restore(backUp(), ", 'GlobalSecondaryIndexOverride': []"));

        var table = call("DescribeTable", "{'TableName': 'Copy'}").path("Table");
        assertThat(table.has("GlobalSecondaryIndexes")).isFalse();
        assertThat(table.path("AttributeDefinitions").size()).isEqualTo(1);
    }

    @Test
    void refuses_what_is_not_there() {
        var arn = backUp();

        assertThat(refusal("CreateBackup", "{'TableName': 'Nowhere', 'BackupName': 'abc'}"))
                .isEqualTo("TableNotFoundException: Table not found: Nowhere");
        assertThat(
                        refusal(
                                "DescribeBackup",
                                "{'BackupArn': 'arn:aws:dynamodb:eu-west-1:123456789012:table/Orders'}"))
                .isEqualTo("ValidationException: Invalid Backup ARN");
        assertThat(
                        refusal(
                                "RestoreTableFromBackup",
                                "{'TargetTableName': 'Orders', 'BackupArn': '" + arn + "'}"))
                .isEqualTo("TableAlreadyExistsException: Table already exists: Orders");
    }
}
