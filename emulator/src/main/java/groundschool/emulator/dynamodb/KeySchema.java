package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.schema.KeySchemaElement;
import groundschool.emulator.dynamodb.schema.KeyType;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The key of a table or an index: what spreads its items over partitions, and what sorts those of
/// one partition key.
///
/// Source: [Multi-attribute
/// keys](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html)
public final class KeySchema {

    private final List<KeyAttribute> partition;
    private final List<KeyAttribute> sort;

    /// Both, put together once: every call asks for them.
    private final List<KeyAttribute> attributes;

    private final List<String> names;

    /// @param partition one attribute; up to four for a global index
    /// @param sort one attribute or none; up to four for a global index
    KeySchema(List<KeyAttribute> partition, List<KeyAttribute> sort) {
        this.partition = List.copyOf(partition);
        this.sort = List.copyOf(sort);
        this.attributes = Stream.concat(partition.stream(), sort.stream()).toList();
        this.names = attributes.stream().map(KeyAttribute::name).toList();
    }

    public static KeySchema of(List<KeySchemaElement> elements, TableDefinition table) {
        return new KeySchema(
                attributes(elements, KeyType.HASH, table),
                attributes(elements, KeyType.RANGE, table));
    }

    private static List<KeyAttribute> attributes(
            List<KeySchemaElement> elements, KeyType type, TableDefinition table) {
        return elements.stream()
                .filter(element -> element.keyType() == type)
                .map(KeySchemaElement::attributeName)
                .map(name ->
                        new KeyAttribute(name, AttributeType.valueOf(table.typeOf(name).name())))
                .toList();
    }

    public List<KeyAttribute> partition() {
        return partition;
    }

    public List<KeyAttribute> sort() {
        return sort;
    }

    /// All of them, those of the partition key first.
    public List<KeyAttribute> attributes() {
        return attributes;
    }

    public List<String> names() {
        return names;
    }

    /// The name of the partition key, or of its first attribute.
    public String partitionName() {
        return partition.getFirst().name();
    }

    public boolean has(String attribute) {
        return names.contains(attribute);
    }

    /// Whether the item has all attributes of this key, of their types: if not, an index leaves it
    /// out.
    public boolean isIn(Item item) {
        for (var attribute : attributes) {
            if (!isIn(item, attribute)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(Item item, KeyAttribute attribute) {
        return item.get(attribute.name())
                .filter(value -> value.type() == attribute.type())
                .isPresent();
    }

    /// The attributes of this key alone.
    public Item of(Item item) {
        return item.only(names);
    }

    /// This key of an item for people to read: `customer=Ada, placed=7`.
    String text(Item item) {
        var text = new StringBuilder();
        for (var attribute : attributes) {
            append(text, attribute, item.get(attribute.name()));
        }
        return text.toString();
    }

    /// A partition key for people to read.
    ///
    /// @param values of its attributes, in their order
    public String partitionText(List<AttributeValue> values) {
        var text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            append(text, partition.get(i), Optional.of(values.get(i)));
        }
        return text.toString();
    }

    private static void append(
            StringBuilder text, KeyAttribute attribute, Optional<AttributeValue> value) {
        text.append(text.isEmpty() ? "" : ", ").append(attribute.name()).append('=');
        value.ifPresent(given -> text.append(given.keyText()));
    }

    /// The values of the partition key in an item that has it.
    List<AttributeValue> partitionOf(Item item) {
        return values(partition, item);
    }

    /// The values of the sort key in an item that has it; none if this key has no sort key.
    List<AttributeValue> sortOf(Item item) {
        return values(sort, item);
    }

    private static List<AttributeValue> values(List<KeyAttribute> attributes, Item item) {
        if (attributes.size() == 1) {
            return List.of(value(attributes.getFirst(), item));
        }
        var values = new ArrayList<AttributeValue>(attributes.size());
        for (var attribute : attributes) {
            values.add(value(attribute, item));
        }
        return values;
    }

    private static AttributeValue value(KeyAttribute attribute, Item item) {
        return item.get(attribute.name()).orElseThrow();
    }
}
