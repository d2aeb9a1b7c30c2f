package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.Index;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.KeySpan;
import groundschool.emulator.dynamodb.PageRequest;
import groundschool.emulator.dynamodb.StartKey;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.expression.AttributeCondition;
import groundschool.emulator.dynamodb.expression.ConditionalOperator;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import groundschool.emulator.dynamodb.expression.KeyCondition;
import groundschool.emulator.dynamodb.expression.KeyPaths;
import groundschool.emulator.dynamodb.expression.KeyRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads items of one partition key, in the order of their sort keys or against it.
///
/// Source: [Query](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html)
public record Query(
        String tableName,
        Optional<String> indexName,
        Optional<String> keyConditionExpression,
        Optional<String> filterExpression,
        Optional<String> projectionExpression,
        Optional<Map<String, String>> expressionAttributeNames,
        Optional<ExpressionValues> expressionAttributeValues,
        Optional<Select> select,
        Optional<Boolean> consistentRead,
        Optional<Boolean> scanIndexForward,
        OptionalInt limit,
        Optional<Item> exclusiveStartKey,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        Optional<List<String>> attributesToGet,
        Optional<Map<String, AttributeCondition>> queryFilter,
        Optional<ConditionalOperator> conditionalOperator,
        Optional<Map<String, AttributeCondition>> keyConditions)
        implements DynamoDbOperation {

    /// The service looks at this before it reads the expressions.
    public Query {
        if (keyConditionExpression.isEmpty() && keyConditions.isEmpty()) {
            throw DynamoDbErrors.validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified"
                            + " in the request.");
        }
    }

    /// @param count of the items that the filter let through
    /// @param scannedCount of all that were looked at
    /// @param lastEvaluatedKey where to go on
    public record Response(
            Optional<List<Item>> items,
            int count,
            int scannedCount,
            Optional<Item> lastEvaluatedKey,
            Optional<ConsumedCapacity> consumedCapacity) {}

    @Override
    public void prepare(Call call) {
        expressions(call);
    }

    @Override
    public List<Access> access(Tables tables, Call call) {
        var expressions = expressions(call);
        return List.of(
                ItemAccess.later(
                        "dynamodb:Query",
                        tableName,
                        indexName,
                        tables,
                        call,
                        access -> looked(access, expressions, tables, call)));
    }

    private ItemAccess looked(
            ItemAccess access, Expressions.Read expressions, Tables tables, Call call) {
        expressions
                .keyCondition()
                .ifPresent(condition -> access.attributes(condition.conditions().keySet()));
        leadingKey(expressions, tables, call).ifPresent(access::leadingKey);
        return access.paths(expressions)
                .parameter("Select", select)
                .parameter("ReturnConsumedCapacity", returnConsumedCapacity);
    }

    @Override
    public Response run(Tables tables, Call call) {
        var expressions = expressions(call);
        var condition = expressions.keyCondition().orElseThrow();
        Reading.check(
                select,
                indexName,
                expressions.projection(),
                attributesToGet.isPresent() ? "AttributesToGet" : "ProjectionExpression",
                "1 validation error detected: Must specify the AttributesToGet or"
                        + " ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
        var table = tables.active(tableName, call);
        boolean consistent = consistentRead.orElse(false);
        var reading =
                Reading.of(table, indexName, consistent, select, expressions.projection(), call);
        var range = range(condition, table, reading.index());
        var start =
                exclusiveStartKey.map(key -> StartKey.ofQuery(key, table, reading.index(), range));
        checkPaths(expressions, table, reading.index());
        reading.checkProjected();
        var page =
                tables.seen(table, consistent, call)
                        .read(
                                new PageRequest(
                                        reading.index(),
                                        KeySpan.of(range),
                                        scanIndexForward.orElse(true),
                                        limit,
                                        start,
                                        expressions.filter(),
                                        reading.needsWholeItems()),
                                consistent);
        page.consumption().take(table, call);
        var key = reading.index().map(Index::key).orElse(table.key());
        call.usage()
                .touched(named(table, reading.index()) + key.partitionText(range.partition()), 0);
        call.usage().counted(page.items().size(), page.scanned());
        return new Response(
                reading.answered(page),
                page.items().size(),
                page.scanned(),
                page.last(),
                page.consumption().shown(returnConsumedCapacity, table.name()));
    }

    private static String named(Table table, Optional<Index> index) {
        return table.name() + index.map(read -> "/" + read.name()).orElse("") + " ";
    }

    private Optional<AttributeValue> leadingKey(
            Expressions.Read expressions, Tables tables, Call call) {
        return tables.find(tableName, call)
                .flatMap(table -> table.keyOf(indexName))
                .flatMap(key ->
                        expressions
                                .keyCondition()
                                .map(given -> given.conditions().get(key.partitionName())))
                .flatMap(condition -> condition.values().stream().findFirst());
    }

    private static KeyRange range(KeyCondition condition, Table table, Optional<Index> index) {
        var key = index.map(Index::key).orElse(table.key());
        return condition.on(key.partition(), key.sort());
    }

    private void checkPaths(Expressions.Read expressions, Table table, Optional<Index> index) {
        expressions
                .projection()
                .ifPresent(given -> Conditions.requireScalarKeys(given.paths(), table));
        expressions
                .filter()
                .ifPresent(filter -> {
                    var key = index.map(Index::key).orElse(table.key());
                    KeyPaths.requireUnfiltered(
                            filter,
                            Conditions.names(key),
                            queryFilter.isPresent() ? "QueryFilter" : "Filter Expression");
                    Conditions.requireScalarKeys(filter.paths(), table);
                });
    }

    private Expressions.Read expressions(Call call) {
        return call.prepared().once(this, Expressions.Read.class, this::read);
    }

    private Expressions.Read read() {
        return new Expressions()
                .with(ExpressionKind.FILTER, filterExpression)
                .with(ExpressionKind.KEY_CONDITION, keyConditionExpression)
                .with(ExpressionKind.PROJECTION, projectionExpression)
                .names(expressionAttributeNames)
                .values(expressionAttributeValues)
                .or(
                        Legacy.ofQuery(
                                attributesToGet, queryFilter, conditionalOperator, keyConditions))
                .read();
    }
}
