package groundschool.emulator.apigateway.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.rest.IntegrationResponse;
import groundschool.emulator.apigateway.rest.Method;
import groundschool.emulator.apigateway.rest.MethodResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What becomes of backends' answers must fit what methods may answer.
///
/// Source: recorded answers
final class IntegrationResponses {

    private static final Pattern SOURCE =
            Pattern.compile(
                    "'.*'|integration\\.response\\.(header|multivalueheader)\\..+|integration\\.response\\.body(\\..+)?|context\\..+|stageVariables\\..+",
                    Pattern.DOTALL);

    private IntegrationResponses() {}

    /// @throws AwsException if the method does not declare a header, or it is made of nothing known
    static IntegrationResponse checked(IntegrationResponse response, Method method) {
        var declared =
                method.methodResponses()
                        .flatMap(all -> Optional.ofNullable(all.get(response.statusCode())))
                        .flatMap(MethodResponse::responseParameters)
                        .orElse(Map.of());
        response.responseParameters()
                .orElse(Map.of())
                .forEach((target, source) -> {
                    if (!target.startsWith("method.response.header.")) {
                        throw invalid("Invalid mapping expression parameter specified: " + target);
                    }
                    if (!declared.containsKey(target)) {
                        throw invalid("Invalid mapping expression parameter specified: " + target);
                    }
                    if (!SOURCE.matcher(source).matches()) {
                        throw invalid("Invalid mapping expression specified: " + source);
                    }
                });
        checkTypes(response.responseTemplates().orElse(Map.of()).keySet());
        return response.checked();
    }

    /// @throws AwsException if something is no media type
    private static void checkTypes(Set<String> types) {
        for (var type : types) {
            if (!type.contains("/") && !type.startsWith("$")) {
                throw GatewayErrors.badRequest(
                        "Validation Result: warnings : [], errors : [Invalid content type specified: %s]"
                                .formatted(type));
            }
        }
    }

    private static AwsException invalid(String what) {
        return GatewayErrors.badRequest(
                "Invalid mapping expression specified: Validation Result: warnings : [], errors : [%s]"
                        .formatted(what));
    }
}
