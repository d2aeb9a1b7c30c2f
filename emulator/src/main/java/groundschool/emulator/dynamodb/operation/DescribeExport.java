package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.transfer.ExportDescription;
import groundschool.emulator.dynamodb.transfer.TransferArn;
import java.util.List;

/// Shows an export.
///
/// Source:
/// [DescribeExport](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeExport.html)
public record DescribeExport(String exportArn) implements DynamoDbOperation {

    /// The answer.
    public record Response(ExportDescription exportDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DescribeExport", TransferArn.asked(exportArn, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        return new Response(ExportDescription.of(tables.exports().named(exportArn, call)));
    }
}
