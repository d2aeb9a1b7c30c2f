package groundschool.emulator.lambda.operation;

import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.LambdaErrors;
import groundschool.emulator.lambda.function.FunctionVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What AddPermission says, as a statement of a policy.
///
/// Source: recorded answers of Lambda
record PermissionStatement(
        String sid,
        String action,
        String principal,
        Optional<String> sourceArn,
        Optional<String> sourceAccount,
        Optional<String> eventSourceToken,
        Optional<String> principalOrgId,
        Optional<String> functionUrlAuthType,
        Optional<Boolean> invokedViaFunctionUrl) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]+\\.amazon(aws)?\\.com");
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:(iam|sts)::\\d{12}:.+");

    static Map<String, List<String>> conditionKeys(
            String principal, Optional<String> functionUrlAuthType) {
        var keys = new HashMap<String, List<String>>();
        keys.put("lambda:Principal", List.of(principal));
        functionUrlAuthType.ifPresent(
                type -> keys.put("lambda:FunctionUrlAuthType", List.of(type)));
        return keys;
    }

    /// @throws groundschool.emulator.AwsException if there is nothing that could have a policy
    static void requireGovernable(FunctionReference reference, Functions functions) {
        if (reference.qualifier().filter(FunctionVersion.LATEST::equals).isPresent()) {
            throw LambdaErrors.invalid("We currently do not support adding policies for $LATEST.");
        }
        if (functions.find(reference.region(), reference.name()).isEmpty()) {
            throw LambdaErrors.functionNotFound(reference.arn());
        }
        requireQualifier(reference, functions);
    }

    /// @throws groundschool.emulator.AwsException if the version or alias is not there
    static void requireQualifier(FunctionReference reference, Functions functions) {
        if (reference.qualifier().isEmpty() || functions.findVersion(reference).isPresent()) {
            return;
        }
        var qualifier = reference.qualifier().get();
        throw FunctionReference.isNumber(qualifier) || qualifier.contains("$")
                ? LambdaErrors.functionNotFound(reference.arn())
                : LambdaErrors.aliasNotFound(reference.arn());
    }

    /// @param resource the ARN of what has the policy
    String json(String resource) {
        var statement = JSON.createObjectNode();
        statement.put("Sid", sid);
        statement.put("Effect", "Allow");
        putPrincipal(statement);
        statement.put("Action", action);
        statement.put("Resource", resource);
        putConditions(statement);
        return statement.toString();
    }

    private void putPrincipal(ObjectNode statement) {
        if (principal.equals("*")) {
            statement.put("Principal", "*");
        } else if (ACCOUNT.matcher(principal).matches()) {
            statement
                    .putObject("Principal")
                    .put("AWS", "arn:aws:iam::%s:root".formatted(principal));
        } else if (ARN.matcher(principal).matches()) {
            statement.putObject("Principal").put("AWS", principal);
        } else if (SERVICE.matcher(principal).matches()) {
            statement.putObject("Principal").put("Service", principal);
        } else {
            throw LambdaErrors.invalid(
                    "The provided principal was invalid. Please check the principal and try again.");
        }
    }

    private void putConditions(ObjectNode statement) {
        var equal = JSON.createObjectNode();
        sourceAccount.ifPresent(account -> equal.put("AWS:SourceAccount", account));
        functionUrlAuthType.ifPresent(type -> equal.put("lambda:FunctionUrlAuthType", type));
        principalOrgId.ifPresent(id -> equal.put("aws:PrincipalOrgID", id));
        eventSourceToken.ifPresent(token -> equal.put("lambda:EventSourceToken", token));
        var conditions = JSON.createObjectNode();
        if (!equal.isEmpty()) {
            conditions.set("StringEquals", equal);
        }
        sourceArn.ifPresent(arn -> conditions.putObject("ArnLike").put("AWS:SourceArn", arn));
        invokedViaFunctionUrl.ifPresent(via ->
                conditions
                        .putObject("Bool")
                        .put("lambda:InvokedViaFunctionUrl", Boolean.toString(via)));
        if (!conditions.isEmpty()) {
            statement.set("Condition", conditions);
        }
    }
}
