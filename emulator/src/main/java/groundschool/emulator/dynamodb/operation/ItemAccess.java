package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
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
        index.ifPresent(name -> resource = "/index/" + name);
        return this;
    }

    /// A parameter of the request that is a condition key too.
    ItemAccess parameter(String name, Optional<?> value) {
        value.ifPresent(given -> conditionKeys.put("dynamodb:" + name, List.of(given.toString())));
        return this;
    }

    Access asked() {
        if (!attributes.isEmpty()) {
            conditionKeys.put("dynamodb:Attributes", List.copyOf(attributes));
        }
        if (!leadingKeys.isEmpty()) {
            conditionKeys.put("dynamodb:LeadingKeys", List.copyOf(leadingKeys));
        }
        return new Access(action, tables.arn(tableName, call) + resource, conditionKeys);
    }
}
