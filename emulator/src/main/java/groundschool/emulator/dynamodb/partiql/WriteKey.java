package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.dynamodb.expression.ConditionNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The one item that a WHERE names.
///
/// @param key what it equates with attributes of the key, perhaps not all of them
/// @param isComplete whether all of them
/// @param several an attribute that it equates with several values
/// @param isAlone whether it says nothing else
public record WriteKey(Item key, boolean isComplete, Optional<String> several, boolean isAlone) {

    /// @param singleIn whether `IN` with one value counts as equality, as it does for reads
    public static WriteKey of(Optional<Condition> where, KeySchema schema, boolean singleIn) {
        var parts =
                where.map(given -> Conjunction.of(given.node()).parts()).orElse(List.of()).stream()
                        .toList();
        var key = new LinkedHashMap<String, AttributeValue>();
        Optional<String> several = Optional.empty();
        boolean isAlone = true;
        for (var part : parts) {
            var names = singleIn || !(part instanceof ConditionNode.In);
            boolean isKey = false;
            for (var attribute : schema.attributes()) {
                var value = Conjunction.equal(part, attribute.name()).filter(_ -> names);
                if (value.isPresent()) {
                    var known = key.putIfAbsent(attribute.name(), value.get());
                    isKey = known == null || known.equals(value.get());
                    if (!isKey && several.isEmpty()) {
                        several = Optional.of(attribute.name());
                    }
                }
            }
            isAlone &= isKey;
        }
        return new WriteKey(
                Item.of(key).only(schema.names()),
                key.size() == schema.attributes().size(),
                several,
                isAlone);
    }

    /// Whether it names one item by its key and by nothing else.
    public boolean isExact() {
        return isComplete && several.isEmpty() && isAlone;
    }
}
