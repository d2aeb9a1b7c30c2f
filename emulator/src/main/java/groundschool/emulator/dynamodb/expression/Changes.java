package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.expression.DocumentPath.Attribute;
import groundschool.emulator.dynamodb.expression.DocumentPath.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes changes at the ends of document paths, all at once: the indexes of lists are those from
/// before the update.
final class Changes {

    private Changes() {}

    /// @throws groundschool.emulator.AwsException if a path leads nowhere
    static Map<String, AttributeValue> inMap(
            PathTree<Change> tree, Map<String, AttributeValue> before) {
        var after = new LinkedHashMap<>(before);
        for (var child : tree.children().entrySet()) {
            if (!(child.getKey() instanceof Attribute(var name))) {
                throw DynamoDbErrors.invalidPathForUpdate();
            }
            changed(child.getValue(), Optional.ofNullable(before.get(name)))
                    .ifPresentOrElse(value -> after.put(name, value), () -> after.remove(name));
        }
        return after;
    }

    private static List<AttributeValue> inList(PathTree<Change> tree, List<AttributeValue> before) {
        var after = new ArrayList<Optional<AttributeValue>>();
        before.forEach(element -> after.add(Optional.of(element)));
        var beyond = new TreeMap<Integer, AttributeValue>();
        for (var child : tree.children().entrySet()) {
            if (!(child.getKey() instanceof Index(int index))) {
                throw DynamoDbErrors.invalidPathForUpdate();
            }
            if (index < before.size()) {
                after.set(index, changed(child.getValue(), after.get(index)));
            } else {
                changed(child.getValue(), Optional.empty())
                        .ifPresent(value -> beyond.put(index, value));
            }
        }
        var elements = new ArrayList<AttributeValue>(after.size() + beyond.size());
        after.forEach(element -> element.ifPresent(elements::add));
        // Whatever index beyond the end was given, there are no gaps.
        elements.addAll(beyond.values());
        return elements;
    }

    private static Optional<AttributeValue> changed(
            PathTree<Change> tree, Optional<AttributeValue> before) {
        if (tree.end().isPresent()) {
            return tree.end().get().applyTo(before);
        }
        var document = before.orElseThrow(DynamoDbErrors::invalidPathForUpdate);
        if (document instanceof AttributeValue.M(var values)) {
            return Optional.of(new AttributeValue.M(inMap(tree, values)));
        }
        if (document instanceof AttributeValue.L(var elements)) {
            return Optional.of(new AttributeValue.L(inList(tree, elements)));
        }
        throw DynamoDbErrors.invalidPathForUpdate();
    }
}
