package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.crypto.Ciphertext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decrypts and encrypts again with another key or context; the plaintext never leaves KMS.
///
/// Source: [ReEncrypt](https://docs.aws.amazon.com/kms/latest/APIReference/API_ReEncrypt.html)
public record ReEncrypt(
        Optional<byte[]> ciphertextBlob,
        Optional<Map<String, String>> sourceEncryptionContext,
        Optional<String> sourceKeyId,
        String destinationKeyId,
        Optional<Map<String, String>> destinationEncryptionContext,
        Optional<String> sourceEncryptionAlgorithm,
        Optional<String> destinationEncryptionAlgorithm,
        Optional<List<String>> grantTokens,
        Optional<Boolean> dryRun,
        Optional<List<String>> dryRunModifiers)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            byte[] ciphertextBlob,
            String sourceKeyId,
            String keyId,
            String sourceEncryptionAlgorithm,
            String destinationEncryptionAlgorithm,
            Optional<String> sourceKeyMaterialId,
            Optional<String> destinationKeyMaterialId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                Sealing.access(
                        KeyAccess.of(keys, call)
                                .in(sourceEncryptionContext)
                                .with("kms:ReEncryptOnSameKey", isSame(keys, call)),
                        "ReEncryptFrom",
                        sourceKeyId,
                        ciphertextBlob,
                        keys,
                        call),
                KeyAccess.of(keys, call)
                        .in(destinationEncryptionContext)
                        .with("kms:ReEncryptOnSameKey", isSame(keys, call))
                        .to("ReEncryptTo", destinationKeyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        KmsErrors.refuse("DryRunModifiers", dryRunModifiers.isPresent());
        var blob =
                ciphertextBlob.orElseThrow(
                        () -> KmsErrors.validation("CiphertextBlob is required."));
        Tokens.check(grantTokens, keys, call);
        var from = Sealing.key(sourceKeyId, blob, keys, call);
        var opened =
                Sealing.decrypt(
                        from,
                        "ReEncrypt",
                        sourceEncryptionAlgorithm,
                        blob,
                        sourceEncryptionContext,
                        call);
        var to = keys.named(destinationKeyId, call);
        var sealed =
                Sealing.encrypt(
                        to,
                        "ReEncrypt",
                        destinationEncryptionAlgorithm,
                        opened.bytes(),
                        destinationEncryptionContext,
                        call);
        DryRun.check(dryRun);
        return new Response(
                sealed,
                from.arn(call),
                to.arn(call),
                sourceEncryptionAlgorithm.orElse(Sealing.SYMMETRIC),
                destinationEncryptionAlgorithm.orElse(Sealing.SYMMETRIC),
                opened.materialId(),
                Optional.of(to.current().id()).filter(_ -> to.spec().isSymmetric()));
    }

    private boolean isSame(Keys keys, Call call) {
        return ciphertextBlob
                .flatMap(Ciphertext::of)
                .map(source -> destinationKeyId.endsWith(source.keyId()))
                .orElse(false);
    }
}
