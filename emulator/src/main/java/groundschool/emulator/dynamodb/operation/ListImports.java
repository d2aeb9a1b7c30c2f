package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.transfer.Import;
import groundschool.emulator.dynamodb.transfer.Import.InputFormat;
import groundschool.emulator.dynamodb.transfer.Import.S3BucketSource;
import groundschool.emulator.dynamodb.transfer.ImportDescription;
import groundschool.emulator.dynamodb.transfer.ImportDescription.ImportStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Lists the imports of the last 90 days, the newest first, into all tables or into one, even if it
/// is gone; at most 25 at a time, and ten if nothing is said.
///
/// Source:
/// [ListImports](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListImports.html)
public record ListImports(
        Optional<String> tableArn, OptionalInt pageSize, Optional<String> nextToken)
        implements DynamoDbOperation {

    /// @param nextToken where to go on, if there are more
    public record Response(List<ImportSummary> importSummaryList, Optional<String> nextToken) {}

    /// An import among others.
    public record ImportSummary(
            String importArn,
            ImportStatus importStatus,
            String tableArn,
            S3BucketSource s3BucketSource,
            String cloudWatchLogGroupArn,
            InputFormat inputFormat,
            Instant startTime,
            Optional<Instant> endTime) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:ListImports", "*"));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var all =
                tables.imports().list(call).stream()
                        .filter(each ->
                                tableArn.isEmpty() || each.tableArn().equals(tableArn.get()))
                        .toList();
        var page = TransferPage.of("import", all, Import::arn, nextToken, pageSize);
        return new Response(
                page.all().stream()
                        .map(each ->
                                new ImportSummary(
                                        each.arn(),
                                        ImportDescription.status(each),
                                        each.tableArn(),
                                        each.source(),
                                        each.logGroupArn(),
                                        each.format(),
                                        each.startedAt(),
                                        ImportDescription.endTime(each)))
                        .toList(),
                page.next());
    }
}
