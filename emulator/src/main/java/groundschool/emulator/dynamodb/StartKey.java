package groundschool.emulator.dynamodb;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.expression.KeyRange;
import groundschool.emulator.sandbox.Key;
import java.util.Optional;

/// The `ExclusiveStartKey` of a query or a scan: the key attributes of the table, and of the index
/// that is read.
public final class StartKey {

    private static final String INVALID = "The provided starting key is invalid";
    private static final String MISMATCH =
            INVALID + ": The provided key element does not match the schema";

    private final Item key;
    private final Table table;
    private final Optional<Index> index;

    private StartKey(Item key, Table table, Optional<Index> index) {
        this.key = key;
        this.table = table;
        this.index = index;
    }

    /// Where a query begins.
    ///
    /// @throws AwsException if it is no key of what is read, or not in the range that is read
    public static Key ofQuery(Item key, Table table, Optional<Index> index, KeyRange range) {
        var start = new StartKey(key, table, index);
        start.checkAttributes(INVALID);
        start.checkTableKey();
        start.checkRange(range);
        return start.position();
    }

    /// Where a scan begins.
    ///
    /// @throws AwsException if it is no key of what is read, or of another segment
    public static Key ofScan(Item key, Table table, Optional<Index> index, Segments segments) {
        var start = new StartKey(key, table, index);
        start.checkAttributes(index.isPresent() ? INVALID : MISMATCH);
        start.checkTableKey();
        var position = start.position();
        if (!segments.span().has(position)) {
            throw DynamoDbErrors.validation(
                    INVALID
                            + ": Invalid ExclusiveStartKey. Please use ExclusiveStartKey with"
                            + " correct Segment. TotalSegments: %d Segment: %d"
                                    .formatted(segments.total(), segments.segment()));
        }
        return position;
    }

    private void checkAttributes(String otherwise) {
        if (key.attributes().size() != Page.positionNames(table, index).size()) {
            throw DynamoDbErrors.validation(otherwise);
        }
        index.ifPresent(read -> {
            for (var attribute : read.key().attributes()) {
                if (!key.has(attribute.name())) {
                    throw DynamoDbErrors.validation(INVALID);
                }
                KeyRules.checkPart(key, attribute, read.key());
            }
        });
    }

    private void checkTableKey() {
        for (var attribute : table.key().attributes()) {
            if (key.get(attribute.name())
                    .filter(value -> value.type() == attribute.type())
                    .isEmpty()) {
                throw DynamoDbErrors.validation(MISMATCH);
            }
        }
    }

    private void checkRange(KeyRange range) {
        var schema = index.map(Index::key).orElse(table.key());
        boolean samePartition = schema.partitionOf(key).equals(range.partition());
        if (range.sort().isEmpty()) {
            if (!samePartition) {
                throw DynamoDbErrors.validation(
                        "The provided starting key is outside query boundaries based on provided"
                                + " conditions");
            }
            return;
        }
        var sort = schema.sortOf(key);
        int equal = range.sortPrefix().size();
        if (!sort.subList(0, equal).equals(range.sortPrefix())
                || !range.sort().get().test(sort.get(equal))) {
            throw DynamoDbErrors.validation(
                    "The provided starting key does not match the range key predicate");
        }
        if (!samePartition) {
            throw DynamoDbErrors.validation(
                    "The query can return at most one row and cannot be restarted");
        }
    }

    private Key position() {
        return index.map(read -> ItemKey.inIndex(key, read.key(), table.key()))
                .orElseGet(() -> ItemKey.inTable(key, table.key()));
    }
}
