package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.CognitoErrors;
import java.util.Optional;

/// Somebody, as an identity provider or the pool itself calls them.
public record ProviderUser(
        Optional<String> providerName,
        Optional<String> providerAttributeName,
        Optional<String> providerAttributeValue) {

    /// Whether the pool itself is meant.
    boolean isOwn() {
        return provider().equalsIgnoreCase("Cognito");
    }

    String provider() {
        return providerName.orElseThrow(() -> CognitoErrors.missing("ProviderName"));
    }

    String value() {
        return providerAttributeValue
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> CognitoErrors.missing("ProviderAttributeValue"));
    }
}
