package groundschool.emulator.dynamodb.replica;

/// What a read in one Region sees of a write in another: what has arrived, or all.
///
/// Source: [Consistency
/// modes](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables-CoreConcepts.html)
public enum MultiRegionConsistency {
    EVENTUAL,
    STRONG
}
