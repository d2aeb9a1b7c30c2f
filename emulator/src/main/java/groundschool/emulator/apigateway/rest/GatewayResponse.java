package groundschool.emulator.apigateway.rest;

import java.util.Map;
import java.util.Optional;

/// What the gateway itself answers when it refuses, or fails.
///
/// Source:
/// [GatewayResponse](https://docs.aws.amazon.com/apigateway/latest/api/API_GatewayResponse.html)
///
/// @param responseType such as `UNAUTHORIZED`
/// @param defaultResponse whether it is as AWS has it, and nobody's own
public record GatewayResponse(
        String responseType,
        Optional<String> statusCode,
        Map<String, String> responseParameters,
        Map<String, String> responseTemplates,
        boolean defaultResponse) {}
