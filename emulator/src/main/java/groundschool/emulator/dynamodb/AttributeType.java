package groundschool.emulator.dynamodb;

/// The data types of DynamoDB, by their descriptors.
///
/// Source: [Data type
/// descriptors](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html)
public enum AttributeType {
    S("STRING"),
    N("NUMBER"),
    B("BINARY"),
    BOOL("BOOL"),
    NULL("NULL"),
    M("MAP"),
    L("LIST"),
    SS("STRING_SET"),
    NS("NUMBER_SET"),
    BS("BINARY_SET");

    private final String longName;

    AttributeType(String longName) {
        this.longName = longName;
    }

    /// The name that the messages about `ADD` and `DELETE` use, such as `STRING`.
    public String longName() {
        return longName;
    }
}
