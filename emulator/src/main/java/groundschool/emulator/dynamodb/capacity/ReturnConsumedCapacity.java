package groundschool.emulator.dynamodb.capacity;

/// How much an answer says about the capacity that it took.
///
/// Source: [Query,
/// ReturnConsumedCapacity](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html#DDB-Query-request-ReturnConsumedCapacity)
public enum ReturnConsumedCapacity {
    INDEXES,
    TOTAL,
    NONE
}
