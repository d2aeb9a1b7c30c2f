package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Does up to 100 statements of PartiQL together or not at all: all of them read, or all of them
/// write or hold a condition.
///
/// Source:
/// [ExecuteTransaction](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteTransaction.html)
public record ExecuteTransaction(
        List<ParameterizedStatement> transactStatements,
        Optional<String> clientRequestToken,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity)
        implements DynamoDbOperation {

    public ExecuteTransaction {
        transactStatements = List.copyOf(transactStatements);
    }

    /// @param responses of reads, in the order of the statements; empty for writes
    /// @param consumedCapacity by table
    public record Response(
            List<ItemResponse> responses, Optional<List<ConsumedCapacity>> consumedCapacity) {}

    /// @param item absent if there is none
    public record ItemResponse(Optional<Item> item) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        var asked = new StatementAccess(tables, call, Optional.of("ExecuteTransaction"));
        return new StatementTransaction(transactStatements)
                .statements().stream().map(asked::of).distinct().toList();
    }

    @Override
    public Response run(Tables tables, Call call) {
        var statements = new StatementTransaction(transactStatements);
        return statements.isRead()
                ? read(statements, tables, call)
                : write(statements, tables, call);
    }

    private Response read(StatementTransaction statements, Tables tables, Call call) {
        var transaction = new ReadTransaction(statements.reads(tables, call), tables, call);
        return new Response(
                statements.shown(transaction.items()).stream().map(ItemResponse::new).toList(),
                shown(transaction.consumption()));
    }

    private Response write(StatementTransaction statements, Tables tables, Call call) {
        if (clientRequestToken.isPresent()
                && tables.clientTokens(call).isRepeated(clientRequestToken.get(), this)) {
            var repeated = new WriteTransaction(statements.writes(tables, call), tables, call);
            return new Response(List.of(), shown(repeated.read()));
        }
        var transaction = new WriteTransaction(statements.writes(tables, call), tables, call);
        var taken = transaction.perform();
        clientRequestToken.ifPresent(token -> tables.clientTokens(call).remember(token, this));
        return new Response(List.of(), shown(taken));
    }

    private Optional<List<ConsumedCapacity>> shown(Map<Table, Consumption> taken) {
        return Consumption.shownOfTransaction(taken, returnConsumedCapacity);
    }
}
