package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Encrypts up to 4 KB with a key that never leaves KMS.
///
/// Source: [Encrypt](https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html)
public record Encrypt(
        String keyId,
        byte[] plaintext,
        Optional<Map<String, String>> encryptionContext,
        Optional<List<String>> grantTokens,
        Optional<String> encryptionAlgorithm,
        Optional<Boolean> dryRun)
        implements KmsOperation, Operation<Keys> {

    public record Response(byte[] ciphertextBlob, String keyId, String encryptionAlgorithm) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .in(encryptionContext)
                        .with(
                                "kms:EncryptionAlgorithm",
                                encryptionAlgorithm.orElse(Sealing.SYMMETRIC))
                        .to("Encrypt", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        Tokens.check(grantTokens, keys, call);
        var key = keys.named(keyId, call);
        var blob =
                Sealing.encrypt(
                        key, "Encrypt", encryptionAlgorithm, plaintext, encryptionContext, call);
        DryRun.check(dryRun);
        return new Response(blob, key.arn(call), encryptionAlgorithm.orElse(Sealing.SYMMETRIC));
    }
}
