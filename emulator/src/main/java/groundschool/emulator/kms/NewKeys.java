package groundschool.emulator.kms;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How keys come about.
public final class NewKeys {

    private NewKeys() {}

    /// A new key of a customer.
    ///
    /// @param material none if it is to be imported
    public static KmsKey fresh(
            String id,
            String description,
            KeySpec spec,
            KeyUsage usage,
            String policy,
            Map<String, String> tags,
            Optional<KeyMaterial> material,
            Optional<KmsKey.MultiRegion> regions,
            Instant now) {
        return new KmsKey(
                id,
                now,
                description,
                spec,
                usage,
                true,
                Optional.empty(),
                policy,
                tags,
                Optional.empty(),
                material.stream().toList(),
                Optional.empty(),
                material.isPresent() ? Optional.empty() : Optional.of(KmsKey.Imports.NONE),
                regions);
    }

    /// The same key in another Region.
    public static KmsKey replica(
            KmsKey primary,
            String otherDescription,
            String otherPolicy,
            Map<String, String> otherTags,
            Instant now) {
        return new KmsKey(
                primary.id(),
                now,
                otherDescription,
                primary.spec(),
                primary.usage(),
                true,
                Optional.empty(),
                otherPolicy,
                otherTags,
                primary.owner(),
                primary.materials(),
                primary.rotation(),
                primary.imports(),
                primary.regions());
    }

    /// A key that a service of AWS has in the account.
    static KmsKey of(String service, String id, String policy, KeyMaterial material) {
        return new KmsKey(
                id,
                material.since(),
                "Default key that protects my %s data when no other key is defined"
                        .formatted(AwsManagedKeys.titleOf(service)),
                KeySpec.SYMMETRIC_DEFAULT,
                KeyUsage.ENCRYPT_DECRYPT,
                true,
                Optional.empty(),
                policy,
                Map.of(),
                Optional.of(service),
                List.of(material),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
