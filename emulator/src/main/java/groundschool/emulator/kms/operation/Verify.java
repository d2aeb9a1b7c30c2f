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

/// Tells whether a signature is good: if not, it is an error.
///
/// Source: [Verify](https://docs.aws.amazon.com/kms/latest/APIReference/API_Verify.html)
public record Verify(
        String keyId,
        byte[] message,
        Optional<String> messageType,
        byte[] signature,
        String signingAlgorithm,
        Optional<List<String>> grantTokens,
        Optional<Boolean> dryRun)
        implements KmsOperation, Operation<Keys> {

    public record Response(String keyId, boolean signatureValid, String signingAlgorithm) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .with("kms:SigningAlgorithm", signingAlgorithm)
                        .with("kms:MessageType", messageType.orElse("RAW"))
                        .to("Verify", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        Tokens.check(grantTokens, keys, call);
        var key = keys.named(keyId, call);
        key.requireUsage(KeyUsage.SIGN_VERIFY, "Verify", call);
        key.requireAlgorithm(signingAlgorithm);
        KmsErrors.refuse("EXTERNAL_MU", messageType.equals(Optional.of("EXTERNAL_MU")));
        var isDigest = messageType.equals(Optional.of("DIGEST"));
        if (!Signatures.verify(key, signingAlgorithm, message, isDigest, signature)) {
            throw KmsErrors.invalidSignature();
        }
        DryRun.check(dryRun);
        return new Response(key.arn(call), true, signingAlgorithm);
    }
}
