package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.federation.IdentityProvider;
import groundschool.emulator.cognito.pool.Pool;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An identity provider, as answers show it.
record ProviderDescription(
        String userPoolId,
        String providerName,
        String providerType,
        Map<String, String> providerDetails,
        Map<String, String> attributeMapping,
        List<String> idpIdentifiers,
        Instant lastModifiedDate,
        Instant creationDate) {

    static ProviderDescription of(IdentityProvider provider, Pool pool) {
        return new ProviderDescription(
                pool.id(),
                provider.name(),
                provider.type(),
                provider.details(),
                provider.attributeMapping(),
                provider.identifiers(),
                provider.modifiedAt(),
                provider.createdAt());
    }
}
