package groundschool.emulator.dynamodb;

import java.util.List;

/// What the service asks of the key attributes that it is given, in its words and order.
///
/// Source: [Partition keys and sort
/// keys](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys)
public final class KeyRules {

    private static final int LONGEST_PARTITION_KEY = 2048;
    private static final int LONGEST_SORT_KEY = 1024;

    private KeyRules() {}

    /// A `Key` parameter has the attributes of the key and no others.
    static void checkKey(Item key, KeySchema schema) {
        if (key.attributes().size() != schema.attributes().size()) {
            throw TableErrors.keyMismatch();
        }
        for (var attribute : schema.attributes()) {
            checkPart(key, attribute, schema);
        }
    }

    /// A key attribute among others, as in a starting key.
    static void checkPart(Item key, KeyAttribute attribute, KeySchema schema) {
        var value =
                key.get(attribute.name())
                        .filter(given -> given.type() == attribute.type())
                        .orElseThrow(TableErrors::keyMismatch);
        checkValue(value, attribute, schema);
    }

    /// An item that is to be put has the table's key, and what is in the key of an index has that
    /// key's type.
    static void checkItem(Item item, KeySchema schema, List<Index> indexes) {
        for (var attribute : schema.attributes()) {
            var value =
                    item.get(attribute.name())
                            .orElseThrow(() -> TableErrors.keyMissing(attribute.name()));
            if (value.type() != attribute.type()) {
                throw TableErrors.keyTypeMismatch(attribute, value.type());
            }
            checkValue(value, attribute, schema);
        }
        for (var index : indexes) {
            for (var attribute : index.key().attributes()) {
                item.get(attribute.name())
                        .ifPresent(value -> checkIndexed(value, attribute, index));
            }
        }
    }

    /// An item that has been updated: only what changed is looked at.
    static void checkUpdated(Item before, Item after, List<Index> indexes) {
        for (var index : indexes) {
            for (var attribute : index.key().attributes()) {
                after.get(attribute.name())
                        .filter(value ->
                                !before.get(attribute.name()).equals(after.get(attribute.name())))
                        .ifPresent(value -> checkUpdatedIndexed(value, attribute, index));
            }
        }
    }

    private static void checkIndexed(AttributeValue value, KeyAttribute attribute, Index index) {
        checkIndexedType(value, attribute, index);
        if (isEmpty(value)) {
            throw TableErrors.emptyIndexKey(attribute, index.name());
        }
        checkSize(value, attribute, index.key());
    }

    private static void checkUpdatedIndexed(
            AttributeValue value, KeyAttribute attribute, Index index) {
        checkIndexedType(value, attribute, index);
        if (isEmpty(value)) {
            throw TableErrors.emptyUpdatedIndexKey(attribute);
        }
        checkSize(value, attribute, index.key());
    }

    private static void checkIndexedType(
            AttributeValue value, KeyAttribute attribute, Index index) {
        if (value.type() != attribute.type()) {
            throw TableErrors.indexKeyTypeMismatch(attribute, value.type(), index.name());
        }
    }

    private static void checkValue(AttributeValue value, KeyAttribute attribute, KeySchema schema) {
        if (isEmpty(value)) {
            throw TableErrors.emptyKeyValue(attribute);
        }
        checkSize(value, attribute, schema);
    }

    private static void checkSize(AttributeValue value, KeyAttribute attribute, KeySchema schema) {
        boolean isPartition = schema.partition().contains(attribute);
        if (isPartition && value.sizeBytes() > LONGEST_PARTITION_KEY) {
            throw TableErrors.partitionKeyTooLong(LONGEST_PARTITION_KEY);
        }
        if (!isPartition && value.sizeBytes() > LONGEST_SORT_KEY) {
            throw TableErrors.sortKeyTooLong(LONGEST_SORT_KEY);
        }
    }

    private static boolean isEmpty(AttributeValue value) {
        return switch (value) {
            case AttributeValue.S(var text) -> text.isEmpty();
            case AttributeValue.B(var bytes) -> bytes.length() == 0;
            default -> false;
        };
    }
}
