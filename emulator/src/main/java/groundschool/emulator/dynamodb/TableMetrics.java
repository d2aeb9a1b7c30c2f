package groundschool.emulator.dynamodb;

import groundschool.emulator.Service.Measured;
import groundschool.emulator.cloudwatch.Dimension;
import groundschool.emulator.cloudwatch.MetricFeed;
import groundschool.emulator.cloudwatch.MetricFeed.Measure;
import java.util.List;
import java.util.Set;

/// The metrics that DynamoDB publishes of its tables.
///
/// Source: [DynamoDB metrics and
/// dimensions](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html)
final class TableMetrics {

    private static final String NAMESPACE = "AWS/DynamoDB";
    private static final String TABLE = ":table/";
    private static final String INDEX = "/index/";
    private static final Set<String> TIMED =
            Set.of(
                    "BatchGetItem",
                    "BatchWriteItem",
                    "DeleteItem",
                    "GetItem",
                    "PutItem",
                    "Query",
                    "Scan",
                    "TransactGetItems",
                    "TransactWriteItems",
                    "UpdateItem");

    private TableMetrics() {}

    static void count(Measured call, MetricFeed feed) {
        var error = call.error().orElse("");
        switch (error) {
            case "" -> succeeded(call, feed);
            case "ConditionalCheckFailedException" ->
                    eachTable(call, feed, "ConditionalCheckFailedRequests");
            case "ProvisionedThroughputExceededException", "ThrottlingException" ->
                    eachTable(call, feed, "ThrottledRequests");
            case "TransactionConflictException" -> eachTable(call, feed, "TransactionConflict");
            case "InternalServerError" -> eachTable(call, feed, "SystemErrors");
            default -> feed.add(call.region(), NAMESPACE, "UserErrors", List.of(), "Count", 1);
        }
    }

    private static void succeeded(Measured call, MetricFeed feed) {
        call.usage()
                .forEach((used, units) ->
                        feed.add(call.region(), call.at(), used, () -> consumed(used), units));
        if (TIMED.contains(call.operation())) {
            double millis = call.took().toNanos() / 1e6;
            for (var resource : call.resources()) {
                feed.add(
                        call.region(),
                        call.at(),
                        new Timed(call.operation(), resource),
                        () -> latency(call.operation(), resource),
                        millis);
            }
        }
    }

    private record Timed(String operation, String resource) {}

    private static Measure latency(String operation, String resource) {
        return new Measure(
                NAMESPACE,
                "SuccessfulRequestLatency",
                List.of(table(resource), new Dimension("Operation", operation)),
                "Milliseconds");
    }

    /// @param used the unit, a space, and the ARN of a table or an index
    private static Measure consumed(String used) {
        int space = used.indexOf(' ');
        var arn = used.substring(space + 1);
        int index = arn.indexOf(INDEX);
        return new Measure(
                NAMESPACE,
                "Consumed" + used.substring(0, space),
                index < 0
                        ? List.of(table(arn))
                        : List.of(
                                table(arn),
                                new Dimension(
                                        "GlobalSecondaryIndexName",
                                        arn.substring(index + INDEX.length()))),
                "Count");
    }

    private static void eachTable(Measured call, MetricFeed feed, String metric) {
        for (var resource : call.resources()) {
            feed.add(call.region(), NAMESPACE, metric, List.of(table(resource)), "Count", 1);
        }
    }

    private static Dimension table(String arn) {
        int table = arn.indexOf(TABLE);
        var rest = table < 0 ? arn : arn.substring(table + TABLE.length());
        int slash = rest.indexOf('/');
        return new Dimension("TableName", slash < 0 ? rest : rest.substring(0, slash));
    }
}
