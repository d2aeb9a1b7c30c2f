package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyUsage;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.crypto.Agreement;
import java.util.List;
import java.util.Optional;

/// Agrees on a secret with whoever has the other pair.
///
/// Source:
/// [DeriveSharedSecret](https://docs.aws.amazon.com/kms/latest/APIReference/API_DeriveSharedSecret.html)
public record DeriveSharedSecret(
        String keyId,
        String keyAgreementAlgorithm,
        byte[] publicKey,
        Optional<List<String>> grantTokens,
        Optional<Boolean> dryRun,
        Optional<Object> recipient)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            String keyId, byte[] sharedSecret, String keyAgreementAlgorithm, String keyOrigin) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .with("kms:KeyAgreementAlgorithm", keyAgreementAlgorithm)
                        .to("DeriveSharedSecret", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        KmsErrors.refuse("Recipient", recipient.isPresent());
        Tokens.check(grantTokens, keys, call);
        var key = keys.named(keyId, call);
        key.requireUsage(KeyUsage.KEY_AGREEMENT, "DeriveSharedSecret", call);
        key.requireAlgorithm(keyAgreementAlgorithm);
        var secret = Agreement.secret(key, publicKey);
        DryRun.check(dryRun);
        return new Response(key.arn(call), secret, keyAgreementAlgorithm, key.origin());
    }
}
