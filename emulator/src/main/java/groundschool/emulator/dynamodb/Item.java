package groundschool.emulator.dynamodb;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Attributes by name: an item of a table, a primary key, or some of an item's attributes. The
/// order is kept, but items are equal whatever it is.
///
/// One that comes from a table is unpacked when somebody asks for its attributes: most that are
/// read are only answered.
public final class Item {

    private static final Item EMPTY = new Item(Map.of());

    private final Optional<PackedItem> packed;
    private final int sizeBytes;

    /// Absent until a packed item is unpacked. Two threads may both do it: either's will do.
    private @Nullable Map<String, AttributeValue> attributes;

    private Item(Map<String, AttributeValue> attributes) {
        this.attributes = Collections.unmodifiableMap(attributes);
        this.sizeBytes = AttributeValue.sizeBytes(attributes);
        this.packed = Optional.empty();
    }

    private Item(PackedItem packed) {
        this.packed = Optional.of(packed);
        this.sizeBytes = packed.sizeBytes();
    }

    /// An item as a table keeps it.
    static Item of(PackedItem packed) {
        return new Item(packed);
    }

    /// As a table keeps it: the very bytes, if it comes from one.
    PackedItem packed() {
        return packed.orElseGet(() -> PackedItem.of(this));
    }

    public static Item empty() {
        return EMPTY;
    }

    public static Item of(Map<String, AttributeValue> attributes) {
        return new Item(new LinkedHashMap<>(attributes));
    }

    public static Item of(String name, AttributeValue value) {
        return EMPTY.with(name, value);
    }

    /// An item of these attributes, in a map that the caller gives away.
    static Item wrapping(LinkedHashMap<String, AttributeValue> attributes) {
        return new Item(attributes);
    }

    public Map<String, AttributeValue> attributes() {
        var known = attributes;
        if (known == null) {
            known = Collections.unmodifiableMap(packed.orElseThrow().attributes());
            attributes = known;
        }
        return known;
    }

    /// Of a packed item, that attribute alone is unpacked: a filter looks at one or two of many.
    public Optional<AttributeValue> get(String name) {
        var known = attributes;
        return known == null
                ? packed.orElseThrow().find(name)
                : Optional.ofNullable(known.get(name));
    }

    public boolean has(String name) {
        return get(name).isPresent();
    }

    public boolean isEmpty() {
        return attributes().isEmpty();
    }

    /// The size of all names and values, which the limit of 400 KB and capacity are about.
    public int sizeBytes() {
        return sizeBytes;
    }

    /// This item with an attribute added or replaced.
    public Item with(String name, AttributeValue value) {
        var changed = new LinkedHashMap<>(attributes());
        changed.put(name, value);
        return new Item(changed);
    }

    /// This item with all of the other's attributes added or replaced.
    public Item with(Item other) {
        var changed = new LinkedHashMap<>(attributes());
        changed.putAll(other.attributes());
        return new Item(changed);
    }

    public Item without(String name) {
        var changed = new LinkedHashMap<>(attributes());
        changed.remove(name);
        return new Item(changed);
    }

    /// Those of the attributes that have these names, in the order of the names.
    public Item only(Collection<String> names) {
        var chosen = new LinkedHashMap<String, AttributeValue>();
        for (var name : names) {
            get(name).ifPresent(value -> chosen.put(name, value));
        }
        return new Item(chosen);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Item item && attributes().equals(item.attributes());
    }

    @Override
    public int hashCode() {
        return attributes().hashCode();
    }

    @Override
    public String toString() {
        return attributes().toString();
    }
}
