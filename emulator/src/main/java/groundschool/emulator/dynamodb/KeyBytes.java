package groundschool.emulator.dynamodb;

import java.nio.charset.StandardCharsets;

/// Key attributes as bytes whose unsigned order is DynamoDB's order of the values.
public final class KeyBytes {

    private KeyBytes() {}

    /// The bytes of a string, number or binary value; not to be changed.
    ///
    /// @throws IllegalArgumentException for any other type, which can be no key
    public static byte[] of(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> text.getBytes(StandardCharsets.UTF_8);
            case AttributeValue.N(var number) -> number.toBytes();
            case AttributeValue.B(var binary) -> binary.bytes();
            case AttributeValue.BOOL _,
                    AttributeValue.NULL _,
                    AttributeValue.M _,
                    AttributeValue.L _,
                    AttributeValue.SS _,
                    AttributeValue.NS _,
                    AttributeValue.BS _ ->
                    throw new IllegalArgumentException("no key type: " + value.type());
        };
    }
}
