package groundschool.emulator.dynamodb;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

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

    /// The name as bytes of JSON.
    private final SerializableString json = new SerializedString(name());

    AttributeType(String longName) {
        this.longName = longName;
    }

    SerializableString json() {
        return json;
    }

    /// The name that the messages about `ADD` and `DELETE` use, such as `STRING`.
    public String longName() {
        return longName;
    }
}
