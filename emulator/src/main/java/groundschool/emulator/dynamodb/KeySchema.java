package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.schema.KeySchemaElement;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The key of a table or an index: what spreads its items over partitions, and what sorts those of
/// one partition key.
public record KeySchema(KeyAttribute partition, Optional<KeyAttribute> sort) {

    static KeySchema of(List<KeySchemaElement> elements, TableDefinition table) {
        return new KeySchema(
                attribute(elements.getFirst(), table),
                elements.stream().skip(1).findFirst().map(second -> attribute(second, table)));
    }

    private static KeyAttribute attribute(KeySchemaElement element, TableDefinition table) {
        var name = element.attributeName();
        return new KeyAttribute(name, AttributeType.valueOf(table.typeOf(name).name()));
    }

    /// One or two attributes.
    public List<KeyAttribute> attributes() {
        return sort.map(second -> List.of(partition, second)).orElseGet(() -> List.of(partition));
    }

    public Stream<String> names() {
        return attributes().stream().map(KeyAttribute::name);
    }

    public boolean has(String attribute) {
        return partition.name().equals(attribute)
                || sort.isPresent() && sort.get().name().equals(attribute);
    }

    /// Whether the item has all attributes of this key, of their types: if not, an index leaves it
    /// out.
    public boolean isIn(Item item) {
        return isIn(item, partition) && (sort.isEmpty() || isIn(item, sort.get()));
    }

    private static boolean isIn(Item item, KeyAttribute attribute) {
        return item.get(attribute.name())
                .filter(value -> value.type() == attribute.type())
                .isPresent();
    }

    /// The attributes of this key alone.
    public Item of(Item item) {
        return item.only(names().toList());
    }

    /// The value of the partition key in an item that has it.
    AttributeValue partitionOf(Item item) {
        return item.get(partition.name()).orElseThrow();
    }

    /// The value of the sort key in an item that has it, if this key has one.
    Optional<AttributeValue> sortOf(Item item) {
        return sort.map(attribute -> item.get(attribute.name()).orElseThrow());
    }
}
