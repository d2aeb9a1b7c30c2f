package groundschool.emulator.apigatewayv2.api;

import java.util.Map;
import java.util.Optional;

/// What a route calls.
///
/// @param payloadFormatVersion `1.0` or `2.0`
/// @param responseParameters by status, of an HTTP API
/// @param requestTemplates by what `templateSelectionExpression` makes of a message, as all that
///   follows of a WebSocket API
/// @param integrationResponseSelectionExpression by which an answer finds its integration response
public record Integration(
        String integrationId,
        String integrationType,
        Optional<String> integrationUri,
        Optional<String> integrationMethod,
        String connectionType,
        String payloadFormatVersion,
        int timeoutInMillis,
        Optional<String> credentialsArn,
        Optional<String> description,
        Optional<Map<String, String>> requestParameters,
        Optional<Map<String, Map<String, String>>> responseParameters,
        Optional<TlsConfig> tlsConfig,
        Optional<String> passthroughBehavior,
        Optional<Map<String, String>> requestTemplates,
        Optional<String> templateSelectionExpression,
        Optional<String> integrationResponseSelectionExpression,
        Optional<Boolean> apiGatewayManaged) {}
