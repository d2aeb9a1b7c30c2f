package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.RecordFormat;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.Recovery;
import groundschool.emulator.dynamodb.transfer.Export;
import groundschool.emulator.dynamodb.transfer.Export.ExportViewType;
import groundschool.emulator.dynamodb.transfer.ExportDescription;
import groundschool.emulator.dynamodb.transfer.ExportDescription.ExportType;
import groundschool.emulator.dynamodb.transfer.ExportDescription.IncrementalExportSpecification;
import groundschool.emulator.dynamodb.transfer.ExportFormat;
import groundschool.emulator.dynamodb.transfer.ExportJob;
import groundschool.emulator.dynamodb.transfer.FilterSpecification;
import groundschool.emulator.dynamodb.transfer.TransferArn;
import groundschool.emulator.dynamodb.transfer.TransferErrors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Has a table written to a bucket, as it was at a time, or what was changed in a period. The
/// answer comes at once; DescribeExport tells how far it is.
///
/// The order of the checks, and their words, were recorded from the service in October 2026
/// (`ack-api-quirks`, DDB-EXPORT-001 to 005).
///
/// Source:
/// [ExportTableToPointInTime](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportTableToPointInTime.html)
public record ExportTableToPointInTime(
        String tableArn,
        Optional<Instant> exportTime,
        Optional<String> clientToken,
        String s3Bucket,
        Optional<String> s3BucketOwner,
        Optional<String> s3Prefix,
        Optional<String> s3SseAlgorithm,
        Optional<String> s3SseKmsKeyId,
        Optional<ExportFormat> exportFormat,
        Optional<ExportType> exportType,
        Optional<IncrementalExportSpecification> incrementalExportSpecification,
        Optional<FilterSpecification> filterSpecification)
        implements DynamoDbOperation {

    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:dynamodb:([a-z0-9-]+):([0-9]{12}):table/(.+)");
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);

    /// The answer.
    public record Response(ExportDescription exportDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                Access.to("dynamodb:ExportTableToPointInTime", TransferArn.asked(tableArn, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = source(tables, call);
        checkTogether();
        filterSpecification.ifPresent(filter -> filter.check(table.key()));
        var exports = tables.exports();
        var asked =
                new String(
                        RecordFormat.of(ExportTableToPointInTime.class).write(this),
                        StandardCharsets.UTF_8);
        var repeated = clientToken.flatMap(token -> exports.withToken(token, call));
        if (repeated.isPresent()) {
            if (!repeated.get().asked().equals(asked)) {
                throw TransferErrors.exportConflict();
            }
            return new Response(ExportDescription.of(repeated.get()));
        }
        var period = incrementalExportSpecification.map(given -> period(given, table, call));
        var time = period.isPresent() ? Optional.<Instant>empty() : Optional.of(time(table, call));
        var export =
                new Export(
                        exports.newArn(table.arn(call), call),
                        asked,
                        call.principal(),
                        call.region(),
                        table.arn(call),
                        table.definition(),
                        time,
                        period,
                        filterSpecification,
                        clientToken,
                        destination(),
                        exportFormat.orElse(ExportFormat.DYNAMODB_JSON),
                        call.now(),
                        call.now().plus(tables.delay()),
                        new Export.InProgress());
        tables.begin(export, table, call);
        new ExportJob(exports, call.services()).schedule(export);
        return new Response(ExportDescription.of(export));
    }

    private Table source(Tables tables, Call call) {
        var parts = ARN.matcher(tableArn);
        if (!parts.matches()) {
            throw DynamoDbErrors.invalidParameters("tableArn is not a valid ARN");
        }
        if (!parts.group(2).equals(call.account())) {
            throw TransferErrors.accessDenied();
        }
        var name = parts.group(3);
        if (name.contains("/")) {
            throw TransferErrors.invalidRequest("Table ARN is invalid.");
        }
        return Optional.of(name)
                .filter(_ -> parts.group(1).equals(call.region()))
                .flatMap(known -> tables.find(known, call))
                .orElseThrow(() -> TransferErrors.tableNotFound(tableArn));
    }

    private void checkTogether() {
        boolean isIncremental =
                exportType.filter(type -> type == ExportType.INCREMENTAL_EXPORT).isPresent();
        if (!isIncremental && incrementalExportSpecification.isPresent()) {
            throw TransferErrors.invalidRequest(
                    exportType.isEmpty()
                            ? "Export Type expected to be Incremental Export when incremental"
                                    + " export specification is provided"
                            : "When Export Type is Full Export , Incremental Export Specification"
                                    + " should not be provided");
        }
        if (isIncremental && incrementalExportSpecification.isEmpty()) {
            throw TransferErrors.invalidRequest(
                    "Incremental Export Specification expected when export type is set as"
                            + " Incremental Export");
        }
        if (incrementalExportSpecification
                .filter(given -> given.exportFromTime().isEmpty())
                .isPresent()) {
            throw TransferErrors.invalidRequest(
                    "ExportFromTime must be provided in IncrementalExportSpecification");
        }
        if (isIncremental && exportTime.isPresent()) {
            throw TransferErrors.invalidRequest(
                    "ExportTime should not be provided when export type is set as Incremental"
                            + " Export");
        }
        if (s3SseKmsKeyId.isPresent() && !s3SseAlgorithm.equals(Optional.of("KMS"))) {
            throw TransferErrors.invalidRequest(
                    "KMS Key Id is not supported for this encryption type");
        }
    }

    private Instant time(Table table, Call call) {
        var recovery = recovery(table);
        if (exportTime.isEmpty()) {
            return call.now();
        }
        var time = exportTime.get();
        if (time.isAfter(call.now()) || time.isBefore(table.definition().createdAt())) {
            throw TransferErrors.invalidTime();
        }
        if (time.isBefore(recovery.earliest(call.now()).truncatedTo(ChronoUnit.SECONDS))
                || time.isAfter(recovery.latest(call.now()))) {
            throw TransferErrors.unavailableTime();
        }
        return time;
    }

    private static Export.Period period(
            IncrementalExportSpecification given, Table table, Call call) {
        var from = given.exportFromTime().orElseThrow();
        var to = given.exportToTime().orElse(call.now().truncatedTo(ChronoUnit.SECONDS));
        var created = table.definition().createdAt().truncatedTo(ChronoUnit.SECONDS);
        if (from.isBefore(created)) {
            throw TransferErrors.fromBeforeCreation(from);
        }
        if (to.isAfter(call.now())) {
            throw TransferErrors.toInFuture(to);
        }
        var length = Duration.between(from, to);
        if (length.compareTo(SHORTEST) < 0) {
            throw TransferErrors.periodTooShort();
        }
        if (length.compareTo(LONGEST) > 0) {
            throw TransferErrors.periodTooLong();
        }
        var recovery = recovery(table);
        if (from.isBefore(recovery.earliest(call.now()).truncatedTo(ChronoUnit.SECONDS))) {
            throw TransferErrors.unavailableTime();
        }
        return new Export.Period(
                from, to, given.exportViewType().orElse(ExportViewType.NEW_AND_OLD_IMAGES));
    }

    private static Recovery recovery(Table table) {
        return table.definition()
                .recovery()
                .orElseThrow(() -> TransferErrors.recoveryUnavailable(table.name()));
    }

    private Export.Destination destination() {
        return new Export.Destination(
                s3Bucket, s3BucketOwner, s3Prefix, s3SseAlgorithm.orElse("AES256"), s3SseKmsKeyId);
    }
}
