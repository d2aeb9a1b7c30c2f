package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.partiql.Prepared;
import java.util.List;
import java.util.Optional;

/// One statement of a transaction.
///
/// Source:
/// [ParameterizedStatement](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ParameterizedStatement.html)
public record ParameterizedStatement(
        String statement,
        Optional<List<AttributeValue>> parameters,
        Optional<ReturnValuesOnConditionCheckFailure> returnValuesOnConditionCheckFailure) {

    /// @throws AwsException if it is no statement with such parameters
    Prepared prepared() {
        return Prepared.of(statement, parameters);
    }
}
