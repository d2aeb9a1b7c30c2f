package groundschool.emulator.apigateway.rest;

import java.util.Map;
import java.util.Optional;

/// What becomes of a backend's answer.
///
/// @param selectionPattern what the backend's status or error must match; the one without is for
///   all others
/// @param responseParameters what the method's headers are made of
/// @param responseTemplates by content type
public record IntegrationResponse(
        String statusCode,
        Optional<String> selectionPattern,
        Optional<Map<String, String>> responseParameters,
        Optional<Map<String, Optional<String>>> responseTemplates,
        Optional<String> contentHandling) {

    /// Whether it is for what no pattern matches.
    public boolean isUsual() {
        return selectionPattern.filter(pattern -> !pattern.isEmpty()).isEmpty();
    }

    /// As it is kept: an empty template is none.
    public IntegrationResponse checked() {
        return new IntegrationResponse(
                statusCode,
                selectionPattern,
                responseParameters,
                responseTemplates.map(Templates::withoutEmpty),
                contentHandling);
    }
}
