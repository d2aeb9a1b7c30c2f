package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.partiql.NextToken;
import groundschool.emulator.dynamodb.partiql.Prepared;
import groundschool.emulator.dynamodb.partiql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Does what one statement of PartiQL says.
///
/// Source:
/// [ExecuteStatement](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExecuteStatement.html)
public record ExecuteStatement(
        String statement,
        Optional<List<AttributeValue>> parameters,
        Optional<Boolean> consistentRead,
        Optional<String> nextToken,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        OptionalInt limit,
        Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure)
        implements DynamoDbOperation {

    /// @param items empty for a write that shows nothing
    /// @param nextToken where to go on
    /// @param lastEvaluatedKey the same as a key
    public record Response(
            List<Item> items,
            Optional<String> nextToken,
            Optional<ConsumedCapacity> consumedCapacity,
            Optional<Item> lastEvaluatedKey) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(new StatementAccess(tables, call, Optional.empty()).of(prepared()));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var prepared = prepared();
        return prepared.statement() instanceof Statement.Select select
                ? read(prepared, select, tables, call)
                : write(prepared, tables, call);
    }

    private Response read(Prepared prepared, Statement.Select select, Tables tables, Call call) {
        var result =
                new StatementRead(
                                prepared,
                                select,
                                NextToken.fingerprint(statement, prepared.values().parameters()),
                                consistentRead.orElse(false),
                                limit,
                                nextToken.map(NextToken::of))
                        .run(tables, call);
        return new Response(
                result.items(),
                result.last().map(NextToken::text),
                result.consumption().shown(returnConsumedCapacity, result.table().name()),
                result.last().map(NextToken::key));
    }

    private Response write(Prepared prepared, Tables tables, Call call) {
        var statementWrite = new StatementWrite(prepared, returnValuesOnConditionCheckFailure);
        var table = tables.active(prepared.tableName(), call);
        var written = statementWrite.alone(table).perform(table, call, 1);
        written.consumption().take(table, call);
        return new Response(
                statementWrite.returned(written),
                Optional.empty(),
                written.consumption().shown(returnConsumedCapacity, table.name()),
                Optional.empty());
    }

    private Prepared prepared() {
        return Prepared.of(statement, parameters);
    }
}
