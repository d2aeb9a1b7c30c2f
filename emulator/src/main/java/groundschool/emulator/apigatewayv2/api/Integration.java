package groundschool.emulator.apigatewayv2.api;

import java.util.Map;
import java.util.Optional;

/// What a route calls.
///
/// @param payloadFormatVersion `1.0` or `2.0`
/// @param responseParameters by status
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
        Optional<Boolean> apiGatewayManaged) {}
