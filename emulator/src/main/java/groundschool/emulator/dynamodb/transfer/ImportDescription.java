package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.dynamodb.transfer.Import.Counts;
import groundschool.emulator.dynamodb.transfer.Import.Ended;
import groundschool.emulator.dynamodb.transfer.Import.InProgress;
import groundschool.emulator.dynamodb.transfer.Import.InputCompressionType;
import groundschool.emulator.dynamodb.transfer.Import.InputFormat;
import groundschool.emulator.dynamodb.transfer.Import.InputFormatOptions;
import groundschool.emulator.dynamodb.transfer.Import.S3BucketSource;
import groundschool.emulator.dynamodb.transfer.Import.TableCreationParameters;
import java.time.Instant;
import java.util.Optional;

/// An import as answers show it.
///
/// Source:
/// [ImportTableDescription](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ImportTableDescription.html)
public record ImportDescription(
        String importArn,
        ImportStatus importStatus,
        String tableArn,
        String tableId,
        Optional<String> clientToken,
        S3BucketSource s3BucketSource,
        Optional<Long> errorCount,
        String cloudWatchLogGroupArn,
        InputFormat inputFormat,
        Optional<InputFormatOptions> inputFormatOptions,
        InputCompressionType inputCompressionType,
        TableCreationParameters tableCreationParameters,
        Instant startTime,
        Optional<Instant> endTime,
        Optional<Long> processedSizeBytes,
        Optional<Long> processedItemCount,
        Optional<Long> importedItemCount,
        Optional<String> failureCode,
        Optional<String> failureMessage) {

    /// How far it is. Nobody can cancel one.
    public enum ImportStatus {
        IN_PROGRESS,
        COMPLETED,
        FAILED
    }

    /// How far an import is.
    public static ImportStatus status(Import each) {
        return switch (each.outcome()) {
            case InProgress _ -> ImportStatus.IN_PROGRESS;
            case Ended(_, _, var failure) ->
                    failure.isPresent() ? ImportStatus.FAILED : ImportStatus.COMPLETED;
        };
    }

    /// When an import has ended.
    public static Optional<Instant> endTime(Import each) {
        return ended(each).map(Ended::at);
    }

    private static Optional<Ended> ended(Import each) {
        return each.outcome() instanceof Ended end ? Optional.of(end) : Optional.empty();
    }

    /// All that is told of an import.
    public static ImportDescription of(Import each) {
        var counts = ended(each).map(Ended::counts);
        var failure = ended(each).flatMap(Ended::failure);
        return new ImportDescription(
                each.arn(),
                status(each),
                each.tableArn(),
                each.table().id(),
                each.clientToken(),
                each.source(),
                counts.map(Counts::errors),
                each.logGroupArn(),
                each.format(),
                each.options(),
                each.compression(),
                each.parameters(),
                each.startedAt(),
                endTime(each),
                counts.map(Counts::bytes),
                counts.map(Counts::processed),
                counts.map(Counts::imported),
                failure.map(Failure::code),
                failure.map(Failure::message));
    }
}
