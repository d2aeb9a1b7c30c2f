package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Keys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a key for data, to be decrypted when it is needed.
///
/// Source:
/// [GenerateDataKeyWithoutPlaintext](https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKeyWithoutPlaintext.html)
public record GenerateDataKeyWithoutPlaintext(
        String keyId,
        Optional<Map<String, String>> encryptionContext,
        Optional<Integer> numberOfBytes,
        Optional<String> keySpec,
        Optional<List<String>> grantTokens,
        Optional<Boolean> dryRun)
        implements KmsOperation, Operation<Keys> {

    public record Response(byte[] ciphertextBlob, String keyId, String keyMaterialId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                DataKey.access(
                        "GenerateDataKeyWithoutPlaintext", keyId, encryptionContext, keys, call));
    }

    @Override
    public Response run(Keys keys, Call call) {
        Tokens.check(grantTokens, keys, call);
        var made =
                DataKey.of(
                        keys.named(keyId, call),
                        "GenerateDataKeyWithoutPlaintext",
                        keySpec,
                        numberOfBytes,
                        encryptionContext,
                        call);
        DryRun.check(dryRun);
        return new Response(made.blob(), made.key().arn(call), made.key().current().id());
    }
}
