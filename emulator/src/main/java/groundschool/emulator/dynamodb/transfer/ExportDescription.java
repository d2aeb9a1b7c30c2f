package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.dynamodb.transfer.Export.Completed;
import groundschool.emulator.dynamodb.transfer.Export.ExportViewType;
import groundschool.emulator.dynamodb.transfer.Export.Failed;
import groundschool.emulator.dynamodb.transfer.Export.InProgress;
import java.time.Instant;
import java.util.Optional;

/// An export as answers show it.
///
/// Source:
/// [ExportDescription](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExportDescription.html)
///
/// @param exportType as the service has it, shown of an incremental export only
public record ExportDescription(
        String exportArn,
        ExportStatus exportStatus,
        Instant startTime,
        Optional<Instant> endTime,
        Optional<String> exportManifest,
        String tableArn,
        String tableId,
        Optional<Instant> exportTime,
        Optional<String> clientToken,
        String s3Bucket,
        Optional<String> s3BucketOwner,
        Optional<String> s3Prefix,
        String s3SseAlgorithm,
        Optional<String> s3SseKmsKeyId,
        Optional<String> failureCode,
        Optional<String> failureMessage,
        ExportFormat exportFormat,
        Optional<Long> billedSizeBytes,
        Optional<Long> itemCount,
        Optional<ExportType> exportType,
        Optional<IncrementalExportSpecification> incrementalExportSpecification,
        Optional<FilterSpecification> filterSpecification) {

    /// How far it is.
    public enum ExportStatus {
        IN_PROGRESS,
        COMPLETED,
        FAILED
    }

    /// What it has: all items, or what was changed in a period.
    public enum ExportType {
        FULL_EXPORT,
        INCREMENTAL_EXPORT
    }

    /// The period of an incremental export.
    public record IncrementalExportSpecification(
            Optional<Instant> exportFromTime,
            Optional<Instant> exportToTime,
            Optional<ExportViewType> exportViewType) {}

    /// How far an export is.
    public static ExportStatus status(Export export) {
        return switch (export.outcome()) {
            case InProgress _ -> ExportStatus.IN_PROGRESS;
            case Completed _ -> ExportStatus.COMPLETED;
            case Failed _ -> ExportStatus.FAILED;
        };
    }

    /// What an export has.
    public static ExportType type(Export export) {
        return export.period().isPresent() ? ExportType.INCREMENTAL_EXPORT : ExportType.FULL_EXPORT;
    }

    /// All that is told of an export.
    public static ExportDescription of(Export export) {
        var completed =
                export.outcome() instanceof Completed done
                        ? Optional.of(done)
                        : Optional.<Completed>empty();
        var failed =
                export.outcome() instanceof Failed(_, var failure)
                        ? Optional.of(failure)
                        : Optional.<Failure>empty();
        var to = export.destination();
        return new ExportDescription(
                export.arn(),
                status(export),
                export.startedAt(),
                endTime(export),
                completed.map(Completed::manifest),
                export.tableArn(),
                export.table().id(),
                export.time(),
                export.clientToken(),
                to.bucket(),
                to.owner(),
                to.prefix(),
                to.algorithm(),
                to.kmsKeyId(),
                failed.map(Failure::code),
                failed.map(Failure::message),
                export.format(),
                completed.map(Completed::billedBytes),
                completed.map(Completed::itemCount),
                Optional.of(type(export)).filter(type -> type == ExportType.INCREMENTAL_EXPORT),
                export.period()
                        .map(period ->
                                new IncrementalExportSpecification(
                                        Optional.of(period.from()),
                                        Optional.of(period.to()),
                                        Optional.of(period.viewType()))),
                export.filter());
    }

    private static Optional<Instant> endTime(Export export) {
        return switch (export.outcome()) {
            case InProgress _ -> Optional.empty();
            case Completed(var at, _, _, _) -> Optional.of(at);
            case Failed(var at, _) -> Optional.of(at);
        };
    }
}
