package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.dynamodb.AttributeValueJson;
import groundschool.emulator.dynamodb.partiql.Prepared;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One statement of a batch.
///
/// Source:
/// [BatchStatementRequest](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchStatementRequest.html)
///
/// @param parameters not yet read: what is wrong with them is the statement's mistake, not the
///   batch's
/// @param returnValuesOnConditionCheckFailure makes no difference in a batch
public record BatchStatementRequest(
        String statement,
        Optional<List<JsonNode>> parameters,
        Optional<Boolean> consistentRead,
        Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure) {

    /// @throws groundschool.emulator.AwsException if it is no statement with such parameters
    Prepared prepared() {
        return Prepared.of(
                statement,
                parameters.map(given -> given.stream().map(AttributeValueJson::read).toList()));
    }
}
