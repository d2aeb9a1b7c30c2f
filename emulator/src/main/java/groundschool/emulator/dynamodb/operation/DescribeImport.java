package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.transfer.ImportDescription;
import groundschool.emulator.dynamodb.transfer.TransferArn;
import java.util.List;

/// Shows an import.
///
/// Source:
/// [DescribeImport](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeImport.html)
public record DescribeImport(String importArn) implements DynamoDbOperation {

    /// The answer.
    public record Response(ImportDescription importTableDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DescribeImport", TransferArn.asked(importArn, call)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        return new Response(ImportDescription.of(tables.imports().named(importArn, call)));
    }
}
