package groundschool.emulator.apigatewayv2.api;

import java.util.Map;
import java.util.Optional;

/// What an answer of a WebSocket API's integration becomes.
///
/// @param integrationResponseKey `$default`, or a pattern between slashes such as `/2\d\d/`
/// @param responseTemplates by what `templateSelectionExpression` makes of the answer
public record IntegrationResponse(
        String integrationResponseId,
        String integrationResponseKey,
        Optional<Map<String, String>> responseTemplates,
        Optional<String> templateSelectionExpression) {}
