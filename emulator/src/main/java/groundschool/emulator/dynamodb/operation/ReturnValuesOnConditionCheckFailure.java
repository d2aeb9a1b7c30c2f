package groundschool.emulator.dynamodb.operation;

/// Whether a refusal because of a condition shows the item as it is.
///
/// Source: [PutItem,
/// ReturnValuesOnConditionCheckFailure](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html#DDB-PutItem-request-ReturnValuesOnConditionCheckFailure)
public enum ReturnValuesOnConditionCheckFailure {
    ALL_OLD,
    NONE
}
