package groundschool.emulator.apigateway.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.GatewayErrors;
import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.rest.TlsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What integrations must be like.
///
/// Source: recorded answers
public final class IntegrationRules {

    private static final int SHORTEST = 50;
    private static final int LONGEST = 29_000;

    private static final Pattern SOURCE =
            Pattern.compile(
                    "'.*'|method\\.request\\.(querystring|multivaluequerystring|header|multivalueheader|path)\\..+|method\\.request\\.body(\\..+)?|context\\..+|stageVariables\\..+",
                    Pattern.DOTALL);
    private static final Pattern TARGET =
            Pattern.compile("integration\\.request\\.(querystring|header|path)\\..+");

    private static final Pattern INVOCATION =
            Pattern.compile(
                    "lambda:path/[^/]+/functions/(arn:[^:]+:lambda:[^:]*:[^:]*:function:.+|\\$\\{stageVariables\\..+)/invocations|firehose:action/.+");

    private IntegrationRules() {}

    /// The integration as it is kept.
    ///
    /// @throws AwsException if something is not as it must be
    public static Integration checked(Integration integration) {
        var type = integration.type();
        GatewayErrors.refuse(
                "connectionType VPC_LINK",
                integration.connectionType().filter(each -> each.equals("VPC_LINK")).isPresent());
        GatewayErrors.refuse(
                "tlsConfig",
                integration.tlsConfig().flatMap(TlsConfig::insecureSkipVerification).orElse(false));
        if (!type.equals("MOCK")) {
            if (integration.httpMethod().filter(verb -> !verb.isEmpty()).isEmpty()) {
                throw GatewayErrors.badRequest(
                        "Enumeration value for HttpMethod must be non-empty");
            }
            checkUri(type, integration.uri().orElse(""));
        }
        if (integration.timeoutInMillis() < SHORTEST || integration.timeoutInMillis() > LONGEST) {
            throw GatewayErrors.badRequest("Timeout should be between 50 ms and 29000 ms");
        }
        if (!List.of("WHEN_NO_MATCH", "WHEN_NO_TEMPLATES", "NEVER")
                .contains(integration.passthroughBehavior())) {
            throw GatewayErrors.badRequest(
                    "Invalid passthrough behavior specified. Valid options are WHEN_NO_MATCH, WHEN_NO_TEMPLATES, NEVER");
        }
        integration.requestParameters().orElse(Map.of()).forEach(IntegrationRules::checkMapping);
        return new Integration(
                type,
                type.equals("MOCK") ? Optional.empty() : integration.httpMethod(),
                type.equals("MOCK") ? Optional.empty() : integration.uri(),
                type.startsWith("HTTP")
                        ? integration.connectionType().or(() -> Optional.of("INTERNET"))
                        : integration.connectionType(),
                integration.connectionId(),
                integration.credentials().filter(role -> !role.isEmpty()),
                integration.requestParameters().filter(some -> !some.isEmpty()),
                integration.requestTemplates().filter(some -> !some.isEmpty()),
                integration.passthroughBehavior(),
                integration.contentHandling().filter(each -> !each.isEmpty()),
                integration.timeoutInMillis(),
                integration.cacheNamespace(),
                integration.cacheKeyParameters(),
                integration.integrationResponses(),
                integration.tlsConfig());
    }

    private static void checkUri(String type, String uri) {
        if (type.startsWith("HTTP")) {
            if (!uri.matches("https?://.+") && !uri.contains("${")) {
                throw GatewayErrors.badRequest("Invalid HTTP endpoint specified for URI");
            }
            return;
        }
        var parts = uri.split(":", 6);
        if (parts.length < 6 || !parts[0].equals("arn")) {
            throw GatewayErrors.badRequest("Invalid ARN specified in the request");
        }
        var action = parts[5].split("/", 2)[0];
        if (!action.equals("path") && !action.equals("action")) {
            throw GatewayErrors.badRequest("AWS ARN for integration must contain path or action");
        }
        if (!parts[2].equals("apigateway")) {
            throw GatewayErrors.badRequest("Invalid ARN specified in the request");
        }
        if (type.equals("AWS_PROXY") && !INVOCATION.matcher(parts[4] + ":" + parts[5]).matches()) {
            throw GatewayErrors.badRequest(
                    "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.");
        }
    }

    private static void checkMapping(String target, String source) {
        if (!TARGET.matcher(target).matches()) {
            throw invalid("parameter specified: " + target);
        }
        if (!SOURCE.matcher(source).matches()) {
            throw invalid("specified: " + source);
        }
    }

    private static AwsException invalid(String what) {
        return GatewayErrors.badRequest(
                "Invalid mapping expression specified: Validation Result: warnings : [], errors : [Invalid mapping expression %s]"
                        .formatted(what));
    }
}
