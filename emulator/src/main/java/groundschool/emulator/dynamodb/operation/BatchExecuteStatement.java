package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.partiql.Prepared;
import groundschool.emulator.dynamodb.partiql.StatementErrors;
import java.util.List;
import java.util.Optional;

/// Does up to 25 statements of PartiQL, each for itself: all of them read one item each, or all of
/// them write one.
///
/// Unlike AWS, which can refuse single statements to a caller, it is refused as a whole to a caller
/// who may not do all of it.
///
/// Source:
/// [BatchExecuteStatement](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchExecuteStatement.html)
public record BatchExecuteStatement(
        List<BatchStatementRequest> statements,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity)
        implements DynamoDbOperation {

    public BatchExecuteStatement {
        statements = List.copyOf(statements);
    }

    /// @param responses in the order of the statements
    /// @param consumedCapacity by table
    public record Response(
            List<StatementResponse> responses, Optional<List<ConsumedCapacity>> consumedCapacity) {}

    /// What came of one statement.
    ///
    /// @param tableName absent if the statement was refused before it reached its table
    public record StatementResponse(
            Optional<Error> error, Optional<String> tableName, Optional<Item> item) {

        static StatementResponse refused(AwsException refusal, Optional<String> tableName) {
            return new StatementResponse(
                    Optional.of(new Error(code(refusal), refusal.message())),
                    tableName,
                    Optional.empty());
        }

        private static String code(AwsException refusal) {
            return switch (refusal.code()) {
                case "ConditionalCheckFailedException" -> "ConditionalCheckFailed";
                case "DuplicateItemException" -> "DuplicateItem";
                case "ResourceNotFoundException" -> "ResourceNotFound";
                case "ProvisionedThroughputExceededException" -> "ProvisionedThroughputExceeded";
                case "RequestLimitExceeded" -> "RequestLimitExceeded";
                case "ThrottlingException" -> "ThrottlingError";
                case "ValidationException" -> "ValidationError";
                // Nothing else may leave a part of the batch done.
                default -> throw refusal;
            };
        }
    }

    /// @param code one of those of batches, which have no `Exception` at their end
    public record Error(String code, String message) {}

    /// A statement that can be read, or why it cannot.
    private sealed interface Attempt {

        record Read(Prepared prepared, BatchStatementRequest request) implements Attempt {}

        record Refused(AwsException refusal) implements Attempt {}

        static Attempt at(BatchStatementRequest request) {
            try {
                return new Read(request.prepared(), request);
            } catch (AwsException refusal) {
                return new Refused(refusal);
            }
        }
    }

    @Override
    public List<Access> access(Tables tables, Call call) {
        var asked = new StatementAccess(tables, call, Optional.empty());
        return attempts().stream()
                .filter(Attempt.Read.class::isInstance)
                .map(attempt -> asked.of(((Attempt.Read) attempt).prepared))
                .distinct()
                .toList();
    }

    @Override
    public Response run(Tables tables, Call call) {
        var attempts = attempts();
        requireOneKind(attempts);
        var batch = new StatementBatch(tables, call);
        var responses =
                attempts.stream()
                        .map(attempt ->
                                switch (attempt) {
                                    case Attempt.Refused(var refusal) ->
                                            StatementResponse.refused(refusal, Optional.empty());
                                    case Attempt.Read(var prepared, var request) ->
                                            batch.perform(
                                                    prepared,
                                                    request.consistentRead().orElse(false));
                                })
                        .toList();
        return new Response(responses, batch.take(returnConsumedCapacity));
    }

    private List<Attempt> attempts() {
        return statements.stream().map(Attempt::at).toList();
    }

    private static void requireOneKind(List<Attempt> attempts) {
        long kinds =
                attempts.stream()
                        .filter(Attempt.Read.class::isInstance)
                        .map(attempt -> ((Attempt.Read) attempt).prepared.statement().isRead())
                        .distinct()
                        .count();
        if (kinds > 1) {
            throw StatementErrors.readsAndWrites("BatchExecuteStatement");
        }
    }
}
