package groundschool.emulator.dynamodb.operation;

import static groundschool.emulator.dynamodb.operation.ExportTableToPointInTimeTest.between;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportSummary;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.IncrementalExportSpecification;

/// Which exports are taken on, and how they are told of.
class ExportsTest extends TransferFixture {

    private String refusal(Consumer<ExportTableToPointInTimeRequest.Builder> more) {
        var refusal =
                catchThrowableOfType(
                        DynamoDbException.class,
                        () ->
                                account.dynamoDb.exportTableToPointInTime(export -> {
                                    export.tableArn(TABLE_ARN).s3Bucket(BUCKET);
                                    more.accept(export);
                                }));
        return refusal.awsErrorDetails().errorCode()
                + ": "
                + refusal.awsErrorDetails().errorMessage();
    }

    @Test
    void needs_recovery_and_a_table_that_is_there() {
        account.createTable("Plain");

        assertThat(refusal(export -> export.tableArn(TABLE_ARN.replace("Pets", "Plain"))))
                .isEqualTo(
                        "PointInTimeRecoveryUnavailableException: Point in time recovery is not enabled for table 'Plain'");
        assertThat(refusal(export -> export.tableArn(TABLE_ARN.replace("Pets", "None"))))
                .isEqualTo(
                        "TableNotFoundException: Table not found: arn:aws:dynamodb:eu-west-1:123456789012:table/None");
        assertThat(refusal(export -> export.tableArn("Pets")))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: tableArn is not a valid ARN");
        assertThat(refusal(export -> export.tableArn(TABLE_ARN + "/index/x")))
                .isEqualTo("ValidationException: Invalid Request: Table ARN is invalid.");
        assertThat(
                        refusal(export ->
                                export.tableArn(TABLE_ARN.replace("123456789012", "210987654321"))))
                .isEqualTo("AccessDeniedException: Access is denied");
    }

    @Test
    void refuses_times_that_the_table_cannot_be_brought_back_to() {
        var now = account.sandbox().clock().now();

        assertThat(refusal(export -> export.exportTime(now.plusSeconds(5))))
                .isEqualTo("InvalidExportTimeException: Export Time is invalid");
        assertThat(refusal(export -> export.exportTime(now.minusSeconds(3600))))
                .isEqualTo("InvalidExportTimeException: Export Time is invalid");
        pass(Duration.ofDays(40));
        assertThat(refusal(export -> export.exportTime(now.plusSeconds(5))))
                .isEqualTo(
                        "InvalidExportTimeException: Point in Time Recovery is not available for specified export time");
    }

    @Test
    void an_incremental_export_needs_a_period_of_a_quarter_of_an_hour_to_a_day() {
        var created = account.sandbox().clock().now();
        pass(Duration.ofDays(3));
        var now = account.sandbox().clock().now();

        assertThat(refusal(between(now.minusSeconds(600), now)))
                .isEqualTo(
                        "InvalidExportTimeException: Difference between export period from time and export period to time is less than 15 minutes");
        assertThat(refusal(between(now.minus(Duration.ofHours(25)), now)))
                .startsWith("InvalidExportTimeException: Difference between");
        assertThat(refusal(between(created.minusSeconds(3600), now)))
                .startsWith(
                        "InvalidExportTimeException: Incremental export period from time cannot be less than the table creation time : ");
        assertThat(refusal(between(now.minusSeconds(1000), now.plusSeconds(60))))
                .startsWith(
                        "InvalidExportTimeException: Incremental export period to time cannot be greater than the current time : ");
        assertThat(refusal(export -> export.exportType("INCREMENTAL_EXPORT")))
                .isEqualTo(
                        "ValidationException: Invalid Request: Incremental Export Specification expected when export type is set as Incremental Export");
        assertThat(refusal(between(now, now).andThen(export -> export.exportType("FULL_EXPORT"))))
                .isEqualTo(
                        "ValidationException: Invalid Request: When Export Type is Full Export , Incremental Export Specification should not be provided");
        assertThat(
                        refusal(export ->
                                export.exportType("INCREMENTAL_EXPORT")
                                        .incrementalExportSpecification(
                                                IncrementalExportSpecification.builder().build())))
                .isEqualTo(
                        "ValidationException: Invalid Request: ExportFromTime must be provided in IncrementalExportSpecification");
        assertThat(refusal(export -> export.s3SseKmsKeyId("alias/aws/s3")))
                .isEqualTo(
                        "ValidationException: Invalid Request: KMS Key Id is not supported for this encryption type");
    }

    @Test
    void the_same_token_is_the_same_export_unless_something_else_differs() {
        var first = export(to -> to.clientToken("once"));

        assertThat(export(to -> to.clientToken("once")).exportArn()).isEqualTo(first.exportArn());
        assertThat(refusal(export -> export.clientToken("once").s3Prefix("other")))
                .isEqualTo(
                        "ExportConflictException: Export conflict: Duplicate request detected with conflicting parameters");
        pass(Duration.ofHours(8));
        assertThat(export(to -> to.clientToken("once")).exportArn())
                .isNotEqualTo(first.exportArn());
    }

    @Test
    void what_s3_refuses_fails_the_export_and_not_the_request() {
        var noBucket = export(to -> to.s3Bucket("nobody-has-this-one"));
        assertThat(noBucket.exportStatus()).isEqualTo(ExportStatus.FAILED);
        assertThat(noBucket.failureCode()).isEqualTo("S3NoSuchBucket");
        assertThat(noBucket.failureMessage())
                .startsWith(
                        "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket;");

        var key = account.user("exporter", "dynamodb:*");
        try (var dynamoDb = account.client(DynamoDbClient.builder(), key)) {
            var begun =
                    dynamoDb.exportTableToPointInTime(
                            export -> export.tableArn(TABLE_ARN).s3Bucket(BUCKET));
            var ended =
                    until(
                            () -> describe(begun.exportDescription().exportArn()),
                            e -> e.exportStatus() != ExportStatus.IN_PROGRESS);
            assertThat(ended.failureCode()).as("%s", ended).isEqualTo("S3AccessDenied");
            assertThat(ended.failureMessage())
                    .contains("user/exporter is not authorized to perform: s3:PutObject");
        }
    }

    @Test
    void lists_the_exports_of_a_table_until_it_is_deleted() {
        var first = export(_ -> {});
        pass(Duration.ofSeconds(1));
        var second = export(_ -> {});

        var page = account.dynamoDb.listExports(list -> list.tableArn(TABLE_ARN).maxResults(1));
        var rest =
                account.dynamoDb.listExports(
                        list -> list.tableArn(TABLE_ARN).nextToken(page.nextToken()));

        assertThat(page.exportSummaries())
                .containsExactly(
                        ExportSummary.builder()
                                .exportArn(second.exportArn())
                                .exportStatus("COMPLETED")
                                .exportType("FULL_EXPORT")
                                .build());
        assertThat(rest.exportSummaries())
                .extracting(ExportSummary::exportArn)
                .containsExactly(first.exportArn());
        assertThat(rest.nextToken()).isNull();
        account.dynamoDb.deleteTable(table -> table.tableName("Pets"));
        assertThat(account.dynamoDb.listExports(l -> l.tableArn(TABLE_ARN)).exportSummaries())
                .isEmpty();
        assertThat(describe(first.exportArn()).exportStatus()).isEqualTo(ExportStatus.COMPLETED);
    }

    @Test
    void tells_arns_that_are_none_from_exports_that_are_not_there() {
        assertThat(refusalToDescribe(TABLE_ARN))
                .isEqualTo("ValidationException: Invalid Export ARN");
        assertThat(refusalToDescribe(TABLE_ARN + "/import/01791506763707-476754e8"))
                .isEqualTo("ValidationException: Invalid Export ARN");
        assertThat(refusalToDescribe(TABLE_ARN + "/export/01791506763707-476754e8"))
                .isEqualTo(
                        "ExportNotFoundException: Export not found: Export not found: "
                                + TABLE_ARN
                                + "/export/01791506763707-476754e8");
        assertThat(
                        refusalToDescribe(
                                TABLE_ARN.replace("eu-west-1", "eu-west-2")
                                        + "/export/01791506763707-476754e8"))
                .isEqualTo("ExportNotFoundException: Export not found: Invalid export arn");
    }

    private String refusalToDescribe(String arn) {
        var refusal = catchThrowableOfType(DynamoDbException.class, () -> describe(arn));
        return refusal.awsErrorDetails().errorCode()
                + ": "
                + refusal.awsErrorDetails().errorMessage();
    }
}
