package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyUsage;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.crypto.Signatures;
import java.util.List;
import java.util.Optional;

/// Signs a message, or its digest, with a private key that never leaves KMS.
///
/// Source: [Sign](https://docs.aws.amazon.com/kms/latest/APIReference/API_Sign.html)
public record Sign(
        String keyId,
        byte[] message,
        Optional<String> messageType,
        Optional<List<String>> grantTokens,
        String signingAlgorithm,
        Optional<Boolean> dryRun)
        implements KmsOperation, Operation<Keys> {

    public record Response(String keyId, byte[] signature, String signingAlgorithm) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .with("kms:SigningAlgorithm", signingAlgorithm)
                        .with("kms:MessageType", messageType.orElse("RAW"))
                        .to("Sign", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        Tokens.check(grantTokens, keys, call);
        var key = keys.named(keyId, call);
        key.requireUsage(KeyUsage.SIGN_VERIFY, "Sign", call);
        key.requireAlgorithm(signingAlgorithm);
        KmsErrors.refuse("EXTERNAL_MU", messageType.equals(Optional.of("EXTERNAL_MU")));
        var isDigest = messageType.equals(Optional.of("DIGEST"));
        var signature = Signatures.sign(key, signingAlgorithm, message, isDigest);
        DryRun.check(dryRun);
        return new Response(key.arn(call), signature, signingAlgorithm);
    }
}
