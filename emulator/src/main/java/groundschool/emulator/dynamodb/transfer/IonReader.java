package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Binary;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.DynamoNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;

/// Reads the values in Amazon Ion text as DynamoDB's: strings, booleans, numbers, blobs, lists,
/// structs, null, and lists that are annotated as sets.
///
/// Source: [Amazon Ion specification](https://amazon-ion.github.io/ion-docs/docs/spec.html)
final class IonReader {

    private static final int DEEPEST = 34;
    private static final String VERSION = "$ion_1_0";

    private final IonTokens in;

    IonReader(String text) {
        this.in = new IonTokens(text);
    }

    /// The next value at the top; nothing at the end.
    ///
    /// @throws BadObjectException if what follows is no Ion
    /// @throws AwsException if it is a value that DynamoDB cannot hold
    Optional<AttributeValue> next() {
        while (in.isAtSymbol(VERSION)) {
            in.symbol();
        }
        return in.isAtEnd() ? Optional.empty() : Optional.of(value(1));
    }

    private AttributeValue value(int level) {
        if (level > DEEPEST) {
            throw DynamoDbErrors.nestedTooDeeply();
        }
        var annotations = annotations();
        if (in.skips('{')) {
            return struct(level);
        }
        if (in.skips('[')) {
            return list(annotations, level);
        }
        if (in.isAtBlob()) {
            return new AttributeValue.B(Binary.fromBase64(in.blob()));
        }
        if (in.isAtString()) {
            return AttributeValue.string(in.string());
        }
        if (in.isAtNumber()) {
            return new AttributeValue.N(DynamoNumber.of(in.number()));
        }
        return word(in.symbol());
    }

    private List<String> annotations() {
        var all = new ArrayList<String>();
        while (in.isAtAnnotation()) {
            all.add(in.symbol());
            in.expect(':');
            in.expect(':');
        }
        return all;
    }

    private static AttributeValue word(String word) {
        return switch (word) {
            case "true" -> new AttributeValue.BOOL(true);
            case "false" -> new AttributeValue.BOOL(false);
            case "nan", "+inf", "-inf" ->
                    throw new BadObjectException("DynamoDB has no number such as " + word);
            default ->
                    word.equals("null") || word.startsWith("null.")
                            ? new AttributeValue.NULL()
                            : AttributeValue.string(word);
        };
    }

    private AttributeValue struct(int level) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        while (!in.skips('}')) {
            var name = in.isAtString() ? in.string() : in.symbol();
            in.expect(':');
            values.put(name, value(level + 1));
            if (!in.skips(',')) {
                in.expect('}');
                break;
            }
        }
        return new AttributeValue.M(values);
    }

    private AttributeValue list(List<String> annotations, int level) {
        var values = new ArrayList<AttributeValue>();
        while (!in.skips(']')) {
            values.add(value(level + 1));
            if (!in.skips(',')) {
                in.expect(']');
                break;
            }
        }
        if (annotations.contains("$dynamodb_SS")) {
            return new AttributeValue.SS(
                    set(values, AttributeValue.S.class, AttributeValue.S::value));
        }
        if (annotations.contains("$dynamodb_NS")) {
            return new AttributeValue.NS(
                    set(values, AttributeValue.N.class, AttributeValue.N::value));
        }
        if (annotations.contains("$dynamodb_BS")) {
            return new AttributeValue.BS(
                    set(values, AttributeValue.B.class, AttributeValue.B::value));
        }
        return new AttributeValue.L(values);
    }

    private static <V, E> SequencedSet<E> set(
            List<AttributeValue> values, Class<V> type, Function<V, E> member) {
        var members = new LinkedHashSet<E>();
        for (var value : values) {
            if (!type.isInstance(value)) {
                throw new BadObjectException("A set has a value of another type");
            }
            members.add(member.apply(type.cast(value)));
        }
        if (members.isEmpty()) {
            throw new BadObjectException("A set may not be empty");
        }
        return members;
    }
}
