package groundschool.emulator.dynamodb;

import groundschool.emulator.AwsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The errors of transactions, in the service's words.
public final class TransactionErrors {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new AttributeValueModule()).build();

    private TransactionErrors() {}

    /// Why one action of a transaction did not go ahead.
    ///
    /// @param code such as `ConditionalCheckFailed`; `None` for an action that would have
    /// @param members the further members of the reason
    public record Reason(String code, Map<String, Object> members) {

        /// The action itself was fine.
        public static final Reason NONE = new Reason("None", Map.of());

        public Reason {
            members = Map.copyOf(members);
        }

        /// Why an action was refused that would be refused alone too.
        public static Reason of(AwsException refusal) {
            var members = new LinkedHashMap<String, Object>(refusal.members());
            members.keySet().removeIf(member -> !member.equals("Item"));
            members.put("Message", refusal.message());
            return new Reason(code(refusal), members);
        }

        private static String code(AwsException refusal) {
            return switch (refusal.code()) {
                case "ConditionalCheckFailedException" -> "ConditionalCheckFailed";
                case "DuplicateItemException" -> "DuplicateItem";
                case "ProvisionedThroughputExceededException" -> "ProvisionedThroughputExceeded";
                case "ThrottlingException", "RequestLimitExceeded" -> "ThrottlingError";
                case "ResourceNotFoundException" -> "ResourceNotFound";
                default -> "ValidationError";
            };
        }

        private Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("Code", code);
            json.putAll(members);
            return json;
        }
    }

    /// Nothing of the transaction was done.
    ///
    /// @param reasons one for each action, in their order
    public static AwsException cancelled(List<Reason> reasons) {
        var codes = reasons.stream().map(Reason::code).collect(Collectors.joining(", ", "[", "]"));
        return new AwsException(
                400,
                "TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons "
                        + codes,
                Map.of(
                        "CancellationReasons",
                        JSON.valueToTree(reasons.stream().map(Reason::json).toList())));
    }

    /// Two actions are about one item.
    public static AwsException severalOperationsOnItem() {
        return DynamoDbErrors.validation(
                "Transaction request cannot include multiple operations on one item");
    }

    /// Whether a refusal is told as the whole request's, though it is about one action: values of
    /// keys that are empty are found before the transaction begins.
    ///
    /// Source: [dynamodb-conformance](https://github.com/nubo-db/dynamodb-conformance),
    /// `error-messages/transactWriteItems`, from four Regions in June 2026
    public static boolean isOfWholeRequest(AwsException refusal) {
        return refusal.message().startsWith("One or more parameter values are not valid.");
    }

    /// Unlike AWS, whose words are not known.
    public static AwsException tooLarge() {
        return DynamoDbErrors.validation(
                "The aggregate size of the items in the transaction cannot exceed 4 MB");
    }

    /// The token was used for another request.
    public static AwsException idempotentParameterMismatch() {
        return new AwsException(
                400,
                "IdempotentParameterMismatchException",
                "DynamoDB rejected the request because you retried a request with a different"
                        + " payload but with an idempotent token that was already used.");
    }
}
