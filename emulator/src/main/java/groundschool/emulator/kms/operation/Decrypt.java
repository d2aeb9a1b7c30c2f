package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decrypts what Encrypt or GenerateDataKey gave, or what was encrypted with a public key.
///
/// Source: [Decrypt](https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html)
public record Decrypt(
        Optional<byte[]> ciphertextBlob,
        Optional<Map<String, String>> encryptionContext,
        Optional<List<String>> grantTokens,
        Optional<String> keyId,
        Optional<String> encryptionAlgorithm,
        Optional<Object> recipient,
        Optional<Boolean> dryRun,
        Optional<List<String>> dryRunModifiers)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            String keyId,
            byte[] plaintext,
            String encryptionAlgorithm,
            Optional<String> keyMaterialId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                Sealing.access(
                        KeyAccess.of(keys, call)
                                .in(encryptionContext)
                                .with(
                                        "kms:EncryptionAlgorithm",
                                        encryptionAlgorithm.orElse(Sealing.SYMMETRIC)),
                        "Decrypt",
                        keyId,
                        ciphertextBlob,
                        keys,
                        call));
    }

    @Override
    public Response run(Keys keys, Call call) {
        KmsErrors.refuse("Recipient", recipient.isPresent());
        KmsErrors.refuse("DryRunModifiers", dryRunModifiers.isPresent());
        var blob =
                ciphertextBlob.orElseThrow(
                        () -> KmsErrors.validation("CiphertextBlob is required."));
        Tokens.check(grantTokens, keys, call);
        var key = Sealing.key(keyId, blob, keys, call);
        var opened =
                Sealing.decrypt(key, "Decrypt", encryptionAlgorithm, blob, encryptionContext, call);
        DryRun.check(dryRun);
        return new Response(
                key.arn(call),
                opened.bytes(),
                encryptionAlgorithm.orElse(Sealing.SYMMETRIC),
                opened.materialId());
    }
}
