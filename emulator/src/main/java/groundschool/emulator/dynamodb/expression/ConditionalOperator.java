package groundschool.emulator.dynamodb.expression;

/// Whether all conditions of a request must be met, or one of them.
///
/// Source:
/// [ConditionalOperator](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.ConditionalOperator.html)
public enum ConditionalOperator {
    AND,
    OR
}
