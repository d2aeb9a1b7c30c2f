package groundschool.emulator.apigateway.rest;

import java.util.Map;
import java.util.Optional;

/// What a method may answer with one status.
///
/// @param responseParameters the headers, and whether clients can rely on them
/// @param responseModels by content type
public record MethodResponse(
        String statusCode,
        Optional<Map<String, Boolean>> responseParameters,
        Optional<Map<String, String>> responseModels) {}
