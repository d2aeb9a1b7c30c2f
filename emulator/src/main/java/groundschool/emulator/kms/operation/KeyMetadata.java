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
        Optional<String> currentKeyMaterialId) {

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
                "AWS_KMS",
                key.owner().isPresent() ? "AWS" : "CUSTOMER",
                key.spec().name(),
                key.spec().name(),
                algorithms(key, KeyUsage.ENCRYPT_DECRYPT),
                algorithms(key, KeyUsage.SIGN_VERIFY),
                algorithms(key, KeyUsage.KEY_AGREEMENT),
                algorithms(key, KeyUsage.GENERATE_VERIFY_MAC),
                false,
                Optional.of(key.current().id()).filter(_ -> key.spec().isSymmetric()));
    }

    private static Optional<List<String>> algorithms(KmsKey key, KeyUsage usage) {
        return Optional.of(key.spec().algorithms(usage)).filter(_ -> key.usage() == usage);
    }
}
