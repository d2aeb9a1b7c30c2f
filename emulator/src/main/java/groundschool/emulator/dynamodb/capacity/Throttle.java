package groundschool.emulator.dynamodb.capacity;

import groundschool.emulator.AwsException;
import groundschool.emulator.dynamodb.TransactionErrors.Reason;
import groundschool.emulator.dynamodb.capacity.Consumption.Unit;
import groundschool.emulator.dynamodb.schema.BillingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Why a request, or an item of one, was not done: something was used up.
///
/// Sources: [Diagnosing
/// throttling](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/throttling-diagnosing-workflow.html)
/// for the reasons and two of the messages, [TransactWriteItems,
/// errors](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors)
/// for the others
///
/// @param index the global index whose capacity is used up, else it is the table's
/// @param resource the ARN of table or index
public record Throttle(
        Unit unit, Limit limit, BillingMode mode, Optional<String> index, String resource) {

    private static final String TABLE_PROVISIONED =
            "The level of configured provisioned throughput for the table was exceeded. Consider"
                    + " increasing your provisioning level with the UpdateTable API.";
    private static final String INDEX_PROVISIONED =
            "The level of configured provisioned throughput for the index was exceeded. Consider"
                    + " increasing your provisioning level with the UpdateTable API.";
    private static final String WRITES_TO_INDEX_PROVISIONED =
            "The level of configured provisioned throughput for one or more global secondary"
                    + " indexes of the table was exceeded. Consider increasing your provisioning"
                    + " level for the under-provisioned global secondary indexes with the"
                    + " UpdateTable API.";
    private static final String ON_DEMAND =
            "Throughput exceeds the current capacity of your table or index. DynamoDB is"
                    + " automatically scaling your table or index so please try again shortly. If"
                    + " exceptions persist, check if you have a hot key:"
                    + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
    private static final String WRITES_TO_INDEX_ON_DEMAND =
            "Throughput exceeds the current capacity for one or more global secondary indexes."
                    + " DynamoDB is automatically scaling your index so please try again shortly.";
    private static final String MAXIMUM =
            "Throughput exceeds the maximum OnDemandThroughput configured on table or index";
    private static final String ACCOUNT =
            "Throughput exceeds the current throughput quota for your account. Please contact AWS"
                    + " Support at https://aws.amazon.com/support to request a quota increase.";

    /// Such as `IndexWriteProvisionedThroughputExceeded`.
    public String reason() {
        return (index.isPresent() ? "Index" : "Table")
                + switch (unit) {
                    case READ -> "Read";
                    case WRITE -> "Write";
                }
                + limit.reason();
    }

    /// The refusal of a request because of this.
    public AwsException error() {
        return error(List.of(this));
    }

    /// The refusal of a request of which nothing could be done; the first reason gives its name.
    ///
    /// @param all at least one
    public static AwsException error(List<Throttle> all) {
        var first = all.getFirst();
        var reasons =
                all.stream()
                        .distinct()
                        .map(each -> Map.of("reason", each.reason(), "resource", each.resource))
                        .toList();
        if (first.limit == Limit.ACCOUNT) {
            return refusal("RequestLimitExceeded", first.message(), "ThrottlingReasons", reasons);
        }
        return switch (first.mode) {
            case PROVISIONED ->
                    refusal(
                            "ProvisionedThroughputExceededException",
                            first.message(),
                            "ThrottlingReasons",
                            reasons);
            case PAY_PER_REQUEST ->
                    refusal("ThrottlingException", first.message(), "throttlingReasons", reasons);
        };
    }

    private static AwsException refusal(
            String code, String message, String member, List<Map<String, String>> reasons) {
        return new AwsException(400, code, message, Map.of(member, reasons));
    }

    /// Why a transaction is cancelled because of this.
    public Reason cancellation() {
        return new Reason(
                switch (mode) {
                    case PROVISIONED -> "ProvisionedThroughputExceeded";
                    case PAY_PER_REQUEST -> "ThrottlingError";
                },
                Map.of("Message", message()));
    }

    private String message() {
        boolean holdsWriteBack = index.isPresent() && unit == Unit.WRITE;
        return switch (limit) {
            case MAXIMUM -> MAXIMUM;
            case ACCOUNT -> ACCOUNT;
            case PROVISIONED, KEY_RANGE ->
                    switch (mode) {
                        case PROVISIONED ->
                                holdsWriteBack
                                        ? WRITES_TO_INDEX_PROVISIONED
                                        : index.isPresent() ? INDEX_PROVISIONED : TABLE_PROVISIONED;
                        case PAY_PER_REQUEST ->
                                holdsWriteBack ? WRITES_TO_INDEX_ON_DEMAND : ON_DEMAND;
                    };
        };
    }
}
