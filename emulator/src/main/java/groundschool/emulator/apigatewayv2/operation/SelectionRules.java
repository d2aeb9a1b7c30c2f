package groundschool.emulator.apigatewayv2.operation;

import groundschool.emulator.apigatewayv2.V2Errors;
import java.util.Optional;
import java.util.regex.Pattern;

/// What selection expressions of WebSocket APIs must be like: texts and variables.
///
/// Source: [WebSocket selection
/// expressions](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html)
final class SelectionRules {

    private static final String VARIABLE =
            "(request\\.(body|header|querystring)|integration\\.response\\.(statuscode|body|header|multivalueheader)|context|stageVariables)(\\.[A-Za-z0-9_$\\-\\[\\]]+)*+";
    private static final Pattern EXPRESSION =
            Pattern.compile(
                    "(\\\\?\\$default|\\$%s|\\$\\{%s}|[A-Za-z0-9_/ .:|-])++"
                            .formatted(VARIABLE, VARIABLE));

    private SelectionRules() {}

    /// @throws AwsException if it is none
    static void check(String what, String expression) {
        if (!EXPRESSION.matcher(expression).matches()) {
            throw V2Errors.badRequest("Invalid %s specified: %s".formatted(what, expression));
        }
    }

    static void check(String what, Optional<String> expression) {
        expression.ifPresent(each -> check(what, each));
    }
}
