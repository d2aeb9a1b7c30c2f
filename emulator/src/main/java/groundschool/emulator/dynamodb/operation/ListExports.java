package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.transfer.Export;
import groundschool.emulator.dynamodb.transfer.ExportDescription;
import groundschool.emulator.dynamodb.transfer.ExportDescription.ExportStatus;
import groundschool.emulator.dynamodb.transfer.ExportDescription.ExportType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Lists the exports of the last 90 days, of all tables or of one that is still there; at most 25
/// at a time, and ten if nothing is said.
///
/// Source:
/// [ListExports](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListExports.html)
public record ListExports(
        Optional<String> tableArn, OptionalInt maxResults, Optional<String> nextToken)
        implements DynamoDbOperation {

    /// @param nextToken where to go on, if there are more
    public record Response(List<ExportSummary> exportSummaries, Optional<String> nextToken) {}

    /// An export among others.
    public record ExportSummary(
            String exportArn, ExportStatus exportStatus, ExportType exportType) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:ListExports", "*"));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var tableId =
                tableArn.map(arn ->
                        tables.find(arn, call)
                                .filter(table -> table.arn(call).equals(arn))
                                .map(table -> table.definition().id())
                                .orElse(""));
        var all =
                tables.exports().list(call).stream()
                        .filter(export ->
                                tableId.isEmpty() || export.table().id().equals(tableId.get()))
                        .toList();
        var page = TransferPage.of("export", all, Export::arn, nextToken, maxResults);
        return new Response(
                page.all().stream()
                        .map(export ->
                                new ExportSummary(
                                        export.arn(),
                                        ExportDescription.status(export),
                                        ExportDescription.type(export)))
                        .toList(),
                page.next());
    }
}
