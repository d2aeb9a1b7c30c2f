package groundschool.emulator.dynamodb.expression;

import groundschool.emulator.dynamodb.AttributeType;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.KeyAttribute;
import groundschool.emulator.dynamodb.TableErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The condition of a query: at most one for each attribute, which later must turn out to be keys.
///
/// Source: [Key condition
/// expressions](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html)
///
/// @param conditions by the name of the attribute
public record KeyCondition(Map<String, SortKeyCondition> conditions) {

    public KeyCondition {
        conditions = Map.copyOf(conditions);
    }

    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if it is no condition that
    ///   keys can have
    public static KeyCondition of(Condition condition) {
        return new KeyCondition(new KeyConditionReader().read(condition.node()));
    }

    /// What it selects of a table or index with these keys.
    ///
    /// @param partitionKey the attributes of the partition key, usually one
    /// @param sortKey the attributes of the sort key, usually one or none
    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if it does not fit the keys
    public KeyRange on(List<KeyAttribute> partitionKey, List<KeyAttribute> sortKey) {
        int keys = partitionKey.size() + sortKey.size();
        if (conditions.size() > keys) {
            throw DynamoDbErrors.tooManyKeyConditions(conditions.size(), keys);
        }
        if (partitionKey.size() > 1) {
            requireAllEqual(partitionKey);
        }
        if (sortKey.size() > 1) {
            requireEqualBeforeLast(sortKey);
        }
        var partition = new ArrayList<AttributeValue>();
        for (var key : partitionKey) {
            partition.add(
                    equal(key, named(key).orElseThrow(() -> DynamoDbErrors.missedKey(key.name()))));
        }
        return sortRange(partition, sortKey, conditions.size() - partitionKey.size());
    }

    private void requireAllEqual(List<KeyAttribute> partitionKey) {
        var others = notEqual(partitionKey);
        if (!others.isEmpty()) {
            throw DynamoDbErrors.partitionKeysNotEqual(others);
        }
    }

    private void requireEqualBeforeLast(List<KeyAttribute> sortKey) {
        for (int last = sortKey.size() - 1; last > 0; last--) {
            if (named(sortKey.get(last)).isPresent()) {
                var others = notEqual(sortKey.subList(0, last));
                if (!others.isEmpty()) {
                    throw DynamoDbErrors.sortKeysNotEqual(others, sortKey.get(last).name());
                }
                return;
            }
        }
    }

    /// The names of those that have no condition, or another than that they equal a value.
    private List<String> notEqual(List<KeyAttribute> keys) {
        return keys.stream()
                .filter(key -> named(key).filter(KeyCondition::isEquality).isEmpty())
                .map(KeyAttribute::name)
                .toList();
    }

    private static boolean isEquality(SortKeyCondition condition) {
        return condition instanceof SortKeyCondition.Compared(var comparator, _)
                && comparator == Comparator.EQUAL;
    }

    private KeyRange sortRange(
            List<AttributeValue> partition, List<KeyAttribute> sortKey, int count) {
        if (count == 0) {
            return new KeyRange(partition, List.of(), Optional.empty());
        }
        var prefix = new ArrayList<AttributeValue>();
        for (var key : sortKey.subList(0, count - 1)) {
            prefix.add(
                    equal(key, named(key).orElseThrow(() -> DynamoDbErrors.missedKey(key.name()))));
        }
        var last = sortKey.get(count - 1);
        var condition = named(last).orElseThrow(() -> DynamoDbErrors.missedKey(last.name()));
        checkType(last, condition);
        return new KeyRange(partition, prefix, Optional.of(condition));
    }

    private Optional<SortKeyCondition> named(KeyAttribute key) {
        return Optional.ofNullable(conditions.get(key.name()));
    }

    private static AttributeValue equal(KeyAttribute key, SortKeyCondition condition) {
        checkType(key, condition);
        if (condition instanceof SortKeyCondition.Compared(var comparator, var value)
                && comparator == Comparator.EQUAL) {
            return value;
        }
        throw DynamoDbErrors.keyConditionNotSupported();
    }

    private static void checkType(KeyAttribute key, SortKeyCondition condition) {
        for (var value : condition.values()) {
            if (value.type() != key.type()) {
                throw DynamoDbErrors.conditionTypeMismatch();
            }
            if (key.type() != AttributeType.N
                    && value.sizeBytes() == 0
                    && condition instanceof SortKeyCondition.Compared(var comparator, _)
                    && comparator == Comparator.EQUAL) {
                throw TableErrors.emptyKeyValue(key);
            }
        }
    }
}
