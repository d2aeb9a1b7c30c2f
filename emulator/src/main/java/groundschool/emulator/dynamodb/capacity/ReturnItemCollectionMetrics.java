package groundschool.emulator.dynamodb.capacity;

/// Whether an answer says how large the item collection has become.
///
/// Source: [PutItem,
/// ReturnItemCollectionMetrics](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html#DDB-PutItem-request-ReturnItemCollectionMetrics)
public enum ReturnItemCollectionMetrics {
    SIZE,
    NONE
}
