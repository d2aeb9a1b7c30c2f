package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Writes one line of Amazon Ion text: the version marker, and a struct.
///
/// Source: [Amazon Ion specification](https://amazon-ion.github.io/ion-docs/docs/spec.html)
final class IonWriter {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");
    private static final Set<String> KEYWORDS = Set.of("null", "true", "false", "nan");

    /// Beyond so many places after the point a number is written with an exponent.
    private static final int MOST_PLACES = 20;

    private final StringBuilder text = new StringBuilder();
    private boolean isFirst = true;

    IonWriter begin() {
        text.append("$ion_1_0 {");
        isFirst = true;
        return this;
    }

    String end() {
        return text.append('}').toString();
    }

    /// Begins a struct in a field.
    IonWriter open(String name) {
        name(name);
        text.append('{');
        isFirst = true;
        return this;
    }

    IonWriter close() {
        text.append('}');
        isFirst = false;
        return this;
    }

    IonWriter field(String name, Item item) {
        name(name);
        struct(item.attributes());
        isFirst = false;
        return this;
    }

    IonWriter number(String name, long number) {
        name(name);
        decimal(BigDecimal.valueOf(number));
        return this;
    }

    private void name(String name) {
        if (!isFirst) {
            text.append(',');
        }
        isFirst = false;
        symbol(name);
        text.append(':');
    }

    private void value(AttributeValue value) {
        switch (value) {
            case AttributeValue.S(var string) -> quoted(string, '"');
            case AttributeValue.N(var number) -> decimal(number.toBigDecimal());
            case AttributeValue.B(var binary) -> blob(binary.base64());
            case AttributeValue.BOOL(var truth) -> text.append(truth);
            case AttributeValue.NULL _ -> text.append("null");
            case AttributeValue.M(var values) -> struct(values);
            case AttributeValue.L(var values) -> list(values, this::value);
            case AttributeValue.SS(var values) -> set("SS", values, string -> quoted(string, '"'));
            case AttributeValue.NS(var values) ->
                    set("NS", values, number -> decimal(number.toBigDecimal()));
            case AttributeValue.BS(var values) ->
                    set("BS", values, binary -> blob(binary.base64()));
        }
    }

    private void struct(Map<String, AttributeValue> values) {
        text.append('{');
        var between = "";
        for (var each : values.entrySet()) {
            text.append(between);
            symbol(each.getKey());
            text.append(':');
            value(each.getValue());
            between = ",";
        }
        text.append('}');
    }

    private <E> void set(String type, Collection<E> values, Consumer<E> write) {
        text.append("$dynamodb_").append(type).append("::");
        list(values, write);
    }

    private <E> void list(Collection<E> values, Consumer<E> write) {
        text.append('[');
        var between = "";
        for (var value : values) {
            text.append(between);
            write.accept(value);
            between = ",";
        }
        text.append(']');
    }

    private void blob(String base64) {
        text.append("{{").append(base64).append("}}");
    }

    /// As the service writes them: `103.`, `6d2`, `19.99`.
    private void decimal(BigDecimal number) {
        var shortest = number.stripTrailingZeros();
        if (shortest.scale() == 0) {
            text.append(shortest.unscaledValue()).append('.');
        } else if (shortest.scale() > 0 && shortest.scale() <= MOST_PLACES) {
            text.append(shortest.toPlainString());
        } else {
            text.append(shortest.unscaledValue()).append('d').append(-shortest.scale());
        }
    }

    private void symbol(String name) {
        if (IDENTIFIER.matcher(name).matches() && !KEYWORDS.contains(name)) {
            text.append(name);
        } else {
            quoted(name, '\'');
        }
    }

    private void quoted(String string, char quote) {
        text.append(quote);
        for (int i = 0; i < string.length(); i++) {
            char letter = string.charAt(i);
            switch (letter) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (letter == quote) {
                        text.append('\\').append(letter);
                    } else if (letter < ' ' || letter == 0x7F) {
                        text.append("\\x%02x".formatted((int) letter));
                    } else {
                        text.append(letter);
                    }
                }
            }
        }
        text.append(quote);
    }
}
