package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.ConditionKeys;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Puts together what IAM is asked about an operation on items, with the condition keys of
/// fine-grained access control.
///
/// Source: [IAM policy conditions for
/// DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html)
final class ItemAccess {

    private final String action;
    private final String tableName;
    private final Tables tables;
    private final Call call;
    private final Map<String, List<String>> conditionKeys = new HashMap<>();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final Set<String> leadingKeys = new LinkedHashSet<>();
    private String resource = "";

    ItemAccess(String action, String tableName, Tables tables, Call call) {
        this.action = action;
        this.tableName = tableName;
        this.tables = tables;
        this.call = call;
    }

    /// What is asked of one table or index, whose condition keys are put together only if a policy
    /// tests any.
    static Access later(
            String action,
            String tableName,
            Optional<String> index,
            Tables tables,
            Call call,
            UnaryOperator<ItemAccess> more) {
        return new Access(
                action,
                tables.arn(tableName, call) + ofIndex(index),
                ConditionKeys.later(() ->
                        more.apply(new ItemAccess(action, tableName, tables, call))
                                .conditionKeys()));
    }

    private static String ofIndex(Optional<String> index) {
        return index.isEmpty() ? "" : "/index/" + index.get();
    }

    /// The key or the item that is touched, with all its attributes.
    ItemAccess item(Item item) {
        attributes.addAll(item.attributes().keySet());
        tables.find(tableName, call)
                .flatMap(table -> item.get(table.key().partitionName()))
                .ifPresent(this::leadingKey);
        return this;
    }

    ItemAccess leadingKey(AttributeValue value) {
        leadingKeys.add(value.keyText());
        return this;
    }

    ItemAccess attributes(Collection<String> names) {
        attributes.addAll(names);
        return this;
    }

    /// The attributes that expressions look at or change.
    ItemAccess paths(Expressions.Read expressions) {
        expressions.eachPath(path -> attributes.add(path.attribute()));
        return this;
    }

    ItemAccess index(Optional<String> index) {
        resource = ofIndex(index);
        return this;
    }

    /// A parameter of the request that is a condition key too.
    ItemAccess parameter(String name, Optional<?> value) {
        value.ifPresent(given -> conditionKeys.put("dynamodb:" + name, List.of(given.toString())));
        return this;
    }

    Access asked() {
        return new Access(action, tables.arn(tableName, call) + resource, conditionKeys());
    }

    private Map<String, List<String>> conditionKeys() {
        if (!attributes.isEmpty()) {
            conditionKeys.put("dynamodb:Attributes", List.copyOf(attributes));
        }
        if (!leadingKeys.isEmpty()) {
            conditionKeys.put("dynamodb:LeadingKeys", List.copyOf(leadingKeys));
        }
        return conditionKeys;
    }
}
