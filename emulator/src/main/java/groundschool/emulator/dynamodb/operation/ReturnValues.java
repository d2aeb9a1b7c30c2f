package groundschool.emulator.dynamodb.operation;

/// Which attributes of the item, before or after the write, an answer has.
///
/// Source: [UpdateItem,
/// ReturnValues](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html#DDB-UpdateItem-request-ReturnValues)
public enum ReturnValues {
    NONE,
    ALL_OLD,
    UPDATED_OLD,
    ALL_NEW,
    UPDATED_NEW
}
