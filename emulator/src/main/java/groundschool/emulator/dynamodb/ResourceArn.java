package groundschool.emulator.dynamodb;

import static groundschool.emulator.dynamodb.DynamoDbErrors.invalidParameters;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import java.util.List;

/// The ARN by which a request names what it labels, or what it gives a policy.
///
/// The wordings are those that were recorded from the service in October 2026 (`ack-api-quirks`,
/// DDB-TABLE-442).
public final class ResourceArn {

    private final String arn;
    private final List<String> parts;

    private ResourceArn(String arn) {
        this.arn = arn;
        this.parts = List.of(arn.split(":", 6));
    }

    /// The table whose labels a request is about.
    ///
    /// @param action that IAM is asked about
    /// @throws AwsException if there is no such table
    public static Table toLabel(String text, String action, Tables tables, Call call) {
        var arn = new ResourceArn(text);
        arn.requireDynamoDb();
        if (!arn.isOfRegion(call)) {
            throw DynamoDbErrors.validation(
                    "Invalid TableArn: Invalid ResourceArn provided as input " + text);
        }
        if (!arn.isOfAccount(call)) {
            throw new AwsException(
                    400,
                    "AccessDeniedException",
                    "User: %s is not authorized to perform: %s on resource: %s because no resource-based policy allows the %2$s action"
                            .formatted(call.principal().arn(), action, text));
        }
        arn.requireTable();
        return tables.find(arn.table(), call)
                .orElseThrow(() ->
                        new AwsException(
                                400,
                                "ResourceNotFoundException",
                                "Requested resource not found: ResourceArn: "
                                        + text
                                        + " not found"));
    }

    /// The table whose policy, or whose stream's, a request is about.
    ///
    /// @throws AwsException if there is no such table
    public static Table toGovern(String text, Tables tables, Call call) {
        var arn = new ResourceArn(text);
        arn.requireDynamoDb();
        if (!arn.isOfRegion(call)) {
            throw invalidParameters("Invalid resource Arn: " + text);
        }
        if (!arn.isOfAccount(call)) {
            throw DynamoDbErrors.validation(
                    "This action is only supported by accounts that match the resource owner’s"
                            + " account.");
        }
        if (!arn.resource().contains("/stream/")) {
            arn.requireTable();
        }
        return tables.named(arn.table(), call);
    }

    private void requireDynamoDb() {
        if (!arn.startsWith("arn:")) {
            throw invalidParameters("ARNs must start with 'arn:': " + arn);
        }
        if (parts.size() < 6
                || !parts.get(2).equals("dynamodb")
                || !resource().startsWith("table/")) {
            throw invalidParameters("Provided Arn is not a DynamoDB resource arn: " + arn);
        }
    }

    private void requireTable() {
        if (resource().indexOf('/', "table/".length()) >= 0) {
            throw invalidParameters(
                    "Invalid resource arn provided, only table or stream is accepted. Provided"
                            + " resource arn: "
                            + arn);
        }
    }

    private boolean isOfRegion(Call call) {
        return parts.get(1).equals("aws") && parts.get(3).equals(call.region());
    }

    private boolean isOfAccount(Call call) {
        return parts.get(4).equals(call.account());
    }

    private String resource() {
        return parts.get(5);
    }

    private String table() {
        return resource().split("/", 3)[1];
    }
}
