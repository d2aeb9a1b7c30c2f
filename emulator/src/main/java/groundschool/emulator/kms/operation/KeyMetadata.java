package groundschool.emulator.kms.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Call;
import groundschool.emulator.kms.KeyUsage;
import groundschool.emulator.kms.KmsKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a key is, as the API tells it.
///
/// Source: [KeyMetadata](https://docs.aws.amazon.com/kms/latest/APIReference/API_KeyMetadata.html)
public record KeyMetadata(
        @JsonProperty("AWSAccountId") String awsAccountId,
        String keyId,
        String arn,
        Instant creationDate,
        boolean enabled,
        String description,
        String keyUsage,
        String keyState,
        Optional<Instant> deletionDate,
        String origin,
        String keyManager,
        String customerMasterKeySpec,
        String keySpec,
        Optional<List<String>> encryptionAlgorithms,
        Optional<List<String>> signingAlgorithms,
        Optional<List<String>> keyAgreementAlgorithms,
        Optional<List<String>> macAlgorithms,
        boolean multiRegion,
        Optional<MultiRegionConfiguration> multiRegionConfiguration,
        Optional<String> expirationModel,
        Optional<Instant> validTo,
        Optional<String> currentKeyMaterialId) {

    /// Where a key's copies are.
    public record MultiRegionConfiguration(
            String multiRegionKeyType,
            MultiRegionKey primaryKey,
            List<MultiRegionKey> replicaKeys) {

        static MultiRegionConfiguration of(KmsKey.MultiRegion regions, KmsKey key, Call call) {
            return new MultiRegionConfiguration(
                    regions.primary().equals(call.region()) ? "PRIMARY" : "REPLICA",
                    MultiRegionKey.of(key, call.in(regions.primary())),
                    regions.replicas().stream()
                            .map(region -> MultiRegionKey.of(key, call.in(region)))
                            .toList());
        }
    }

    /// One of them.
    public record MultiRegionKey(String arn, String region) {

        static MultiRegionKey of(KmsKey key, Call there) {
            return new MultiRegionKey(key.arn(there), there.region());
        }
    }

    static KeyMetadata of(KmsKey key, Call call) {
        return new KeyMetadata(
                call.account(),
                key.id(),
                key.arn(call),
                key.createdAt(),
                key.state().equals("Enabled"),
                key.description(),
                key.usage().name(),
                key.state(),
                key.deletion().map(KmsKey.Deletion::at),
                key.origin(),
                key.owner().isPresent() ? "AWS" : "CUSTOMER",
                key.spec().name(),
                key.spec().name(),
                algorithms(key, KeyUsage.ENCRYPT_DECRYPT),
                algorithms(key, KeyUsage.SIGN_VERIFY),
                algorithms(key, KeyUsage.KEY_AGREEMENT),
                algorithms(key, KeyUsage.GENERATE_VERIFY_MAC),
                key.regions().isPresent(),
                key.regions().map(all -> MultiRegionConfiguration.of(all, key, call)),
                imported(key).map(KmsKey.Imports::expirationModel),
                imported(key).flatMap(KmsKey.Imports::expiresAt),
                key.spec().isSymmetric() && !key.materials().isEmpty()
                        ? Optional.of(key.current().id())
                        : Optional.empty());
    }

    /// The same while it is being made.
    KeyMetadata creating() {
        return new KeyMetadata(
                awsAccountId,
                keyId,
                arn,
                creationDate,
                false,
                description,
                keyUsage,
                "Creating",
                deletionDate,
                origin,
                keyManager,
                customerMasterKeySpec,
                keySpec,
                encryptionAlgorithms,
                signingAlgorithms,
                keyAgreementAlgorithms,
                macAlgorithms,
                multiRegion,
                multiRegionConfiguration,
                expirationModel,
                validTo,
                Optional.empty());
    }

    private static Optional<KmsKey.Imports> imported(KmsKey key) {
        return key.imports().filter(KmsKey.Imports::isThere);
    }

    private static Optional<List<String>> algorithms(KmsKey key, KeyUsage usage) {
        return Optional.of(key.spec().algorithms(usage)).filter(_ -> key.usage() == usage);
    }
}
