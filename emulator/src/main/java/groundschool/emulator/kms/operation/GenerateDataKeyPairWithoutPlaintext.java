package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.KeySpec;
import groundschool.emulator.kms.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a pair for data, whose private key is encrypted with a key of KMS. It takes a while, so
/// that it waits for nobody else.
///
/// Source:
/// [GenerateDataKeyPairWithoutPlaintext](https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyPairWithoutPlaintext.html)
public record GenerateDataKeyPairWithoutPlaintext(
        Optional<Map<String, String>> encryptionContext,
        String keyId,
        String keyPairSpec,
        Optional<List<String>> grantTokens,
        Optional<Boolean> dryRun)
        implements KmsOperation, Interaction<Keys> {

    public record Response(
            byte[] privateKeyCiphertextBlob,
            byte[] publicKey,
            String keyId,
            String keyPairSpec,
            String keyMaterialId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .in(encryptionContext)
                        .with("kms:EncryptionAlgorithm", Sealing.SYMMETRIC)
                        .with("kms:DataKeyPairSpec", keyPairSpec)
                        .to("GenerateDataKeyPairWithoutPlaintext", keyId));
    }

    @Override
    public Response run(Turn<Keys> turn, Call call) {
        var pair = KeyMaterial.fresh(KeySpec.named(keyPairSpec), call.now());
        return turn.transition(keys -> {
            Tokens.check(grantTokens, keys, call);
            var key = keys.named(keyId, call);
            var made =
                    DataKey.of(
                            key,
                            "GenerateDataKeyPairWithoutPlaintext",
                            pair.secret(),
                            encryptionContext,
                            call);
            DryRun.check(dryRun);
            return new Response(
                    made.blob(),
                    pair.publicKey().orElseThrow(),
                    key.arn(call),
                    keyPairSpec,
                    key.current().id());
        });
    }
}
