package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.ExpressionValues;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.PageRequest;
import groundschool.emulator.dynamodb.Segments;
import groundschool.emulator.dynamodb.StartKey;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.expression.AttributeCondition;
import groundschool.emulator.dynamodb.expression.ConditionalOperator;
import groundschool.emulator.dynamodb.expression.ExpressionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads all items of a table or an index, in the order of the hashes of their partition keys; or
/// one segment of them.
///
/// Source: [Scan](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html)
public record Scan(
        String tableName,
        Optional<String> indexName,
        Optional<String> filterExpression,
        Optional<String> projectionExpression,
        Optional<Map<String, String>> expressionAttributeNames,
        Optional<ExpressionValues> expressionAttributeValues,
        Optional<Select> select,
        Optional<Boolean> consistentRead,
        OptionalInt segment,
        OptionalInt totalSegments,
        OptionalInt limit,
        Optional<Item> exclusiveStartKey,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        Optional<List<String>> attributesToGet,
        Optional<Map<String, AttributeCondition>> scanFilter,
        Optional<ConditionalOperator> conditionalOperator)
        implements DynamoDbOperation {

    /// The service looks at this before it reads the expressions.
    public Scan {
        checkSegments(segment, totalSegments);
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
    public List<Access> access(Tables tables, Call call) {
        return List.of(
                new ItemAccess("dynamodb:Scan", tableName, tables, call)
                        .index(indexName)
                        .paths(expressions())
                        .parameter("Select", select)
                        .parameter("ReturnConsumedCapacity", returnConsumedCapacity)
                        .asked());
    }

    @Override
    public Response run(Tables tables, Call call) {
        var expressions = expressions();
        var segments = segments();
        Reading.check(
                select,
                indexName,
                expressions.projection(),
                attributesToGet.isPresent() ? "AttributesToGet" : "ProjectionExpression",
                "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
                        + " SPECIFIC_ATTRIBUTES");
        var table = tables.active(tableName, call);
        boolean consistent = consistentRead.orElse(false);
        var reading =
                Reading.of(table, indexName, consistent, select, expressions.projection(), call);
        var start =
                exclusiveStartKey.map(
                        key -> StartKey.ofScan(key, table, reading.index(), segments));
        checkPaths(expressions, table);
        reading.checkProjected();
        var page =
                tables.seen(table, consistent, call)
                        .read(
                                new PageRequest(
                                        reading.index(),
                                        segments.span(),
                                        true,
                                        limit,
                                        start,
                                        expressions.filter(),
                                        reading.needsWholeItems()),
                                consistent);
        page.consumption().take(table, call);
        call.usage().counted(page.items().size(), page.scanned());
        return new Response(
                reading.answered(page),
                page.items().size(),
                page.scanned(),
                page.last(),
                page.consumption().shown(returnConsumedCapacity, table.name()));
    }

    private static void checkSegments(OptionalInt segment, OptionalInt totalSegments) {
        if (segment.isPresent() && totalSegments.isEmpty()) {
            throw DynamoDbErrors.validation(
                    "The TotalSegments parameter is required but was not present in the request"
                            + " when Segment parameter is present");
        }
        if (segment.isEmpty() && totalSegments.isPresent()) {
            throw DynamoDbErrors.validation(
                    "The Segment parameter is required but was not present in the request when"
                            + " parameter TotalSegments is present");
        }
        if (segment.isPresent() && segment.getAsInt() >= totalSegments.getAsInt()) {
            throw DynamoDbErrors.validation(
                    "The Segment parameter is zero-based and must be less than parameter"
                            + " TotalSegments: Segment: %d is not less than TotalSegments: %d"
                                    .formatted(segment.getAsInt(), totalSegments.getAsInt()));
        }
    }

    private Segments segments() {
        return totalSegments.isEmpty()
                ? Segments.WHOLE
                : new Segments(segment.getAsInt(), totalSegments.getAsInt());
    }

    private static void checkPaths(Expressions.Read expressions, Table table) {
        expressions
                .projection()
                .ifPresent(given -> Conditions.requireScalarKeys(given.paths(), table));
        expressions.filter().ifPresent(given -> Conditions.requireScalarKeys(given.paths(), table));
    }

    private Expressions.Read expressions() {
        return new Expressions()
                .with(ExpressionKind.FILTER, filterExpression)
                .with(ExpressionKind.PROJECTION, projectionExpression)
                .names(expressionAttributeNames)
                .values(expressionAttributeValues)
                .or(Legacy.ofScan(attributesToGet, scanFilter, conditionalOperator))
                .read();
    }
}
