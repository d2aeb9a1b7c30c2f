package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The answers that are compared are those that LocalStack and ack-api-quirks recorded from the
/// service.
class PointInTimeRecoveryTest extends BackupsFixture {

    private JsonNode enable() {
        return call(
                        "UpdateContinuousBackups",
                        "{'TableName': 'Orders', 'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true}}")
                .path("ContinuousBackupsDescription");
    }

    private String restore(String when) {
        return "{'SourceTableName': 'Orders', 'TargetTableName': 'Copy', " + when + "}";
    }

    private String at(Instant time) {
        return restore("'RestoreDateTime': " + time.toEpochMilli() / 1000.0);
    }

    @Test
    void is_described_as_the_service_does() {
        assertThat(
                        call("DescribeContinuousBackups", "{'TableName': 'Orders'}")
                                .path("ContinuousBackupsDescription"))
                .isEqualTo(
                        Account.json(
                                """
                                {"ContinuousBackupsStatus": "ENABLED",
                                 "PointInTimeRecoveryDescription": {"PointInTimeRecoveryStatus": "DISABLED"}}
                                """));

        var enabled = enable().path("PointInTimeRecoveryDescription");

        assertThat(enabled.path("PointInTimeRecoveryStatus").asString()).isEqualTo("ENABLED");
        assertThat(enabled.path("RecoveryPeriodInDays").asInt()).isEqualTo(35);
        assertThat(enabled.has("EarliestRestorableDateTime")).isTrue();
        assertThat(enabled.has("LatestRestorableDateTime")).isTrue();
    }

    @Test
    void a_table_is_restored_to_what_it_was() {
        enable();
        advance(Duration.ofMinutes(10));
        put("2", "Bob");
        var good = account.sandbox().clock().now();
        advance(Duration.ofMinutes(1));
        delete("1");
        put("2", "Eve");
        put("3", "Eve");
        advance(Duration.ofMinutes(10));

        call("RestoreTableToPointInTime", at(good));

        assertThat(count("Copy")).isEqualTo(2);
        assertThat(countInIndex("Copy")).isEqualTo(2);
        assertThat(
                        call("GetItem", "{'TableName': 'Copy', 'Key': {'id': {'S': '2'}}}")
                                .path("Item")
                                .path("customer")
                                .path("S")
                                .asString())
                .isEqualTo("Bob");
        assertThat(count("Orders")).isEqualTo(2);
    }

    @Test
    void the_latest_time_is_five_minutes_ago() {
        enable();
        advance(Duration.ofMinutes(10));
        put("2", "Bob");
        advance(Duration.ofMinutes(4));
        put("3", "Eve");
        advance(Duration.ofMinutes(2));

        call("RestoreTableToPointInTime", restore("'UseLatestRestorableTime': true"));

        assertThat(count("Copy")).isEqualTo(2);
        assertThat(refusal("RestoreTableToPointInTime", at(account.sandbox().clock().now())))
                .startsWith("InvalidRestoreTimeException: ");
    }

    @Test
    void refuses_a_table_without_it_and_times_that_are_missing() {
        assertThat(refusal("RestoreTableToPointInTime", restore("'UseLatestRestorableTime': true")))
                .startsWith("PointInTimeRecoveryUnavailableException: ");
        assertThat(
                        refusal(
                                "RestoreTableToPointInTime",
                                restore("'UseLatestRestorableTime': false")))
                .isEqualTo(
                        "ValidationException: Invalid Request: Either one of RestoreDateTime or"
                                + " UseLatestRestorableTime must be specified, but not both");
        assertThat(
                        refusal(
                                "UpdateContinuousBackups",
                                "{'TableName': 'Nowhere', 'PointInTimeRecoverySpecification': {'PointInTimeRecoveryEnabled': true}}"))
                .isEqualTo("TableNotFoundException: Table not found: Nowhere");
    }

    @Test
    void a_deleted_table_leaves_a_backup_for_35_days() {
        enable();
        call("DeleteTable", "{'TableName': 'Orders'}");

        var backup =
                call("ListBackups", "{'BackupType': 'SYSTEM'}").path("BackupSummaries").path(0);
        assertThat(backup.path("BackupName").asString()).isEqualTo("Orders$DeletedTableBackup");
        assertThat(refusal("DeleteBackup", "{'BackupArn': " + backup.path("BackupArn") + "}"))
                .startsWith(
                        "ValidationException: Invalid Request: User is not allowed to delete the"
                                + " system backup with arn ");
        call(
                "RestoreTableFromBackup",
                "{'TargetTableName': 'Orders', 'BackupArn': " + backup.path("BackupArn") + "}");
        assertThat(count("Orders")).isEqualTo(1);

        advance(Duration.ofDays(35));
        assertThat(call("ListBackups", "{'BackupType': 'ALL'}").path("BackupSummaries").isEmpty())
                .isTrue();
    }
}
