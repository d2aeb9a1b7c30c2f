package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a key for data.
///
/// Source:
/// [GenerateDataKey](https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateDataKey.html)
public record GenerateDataKey(
        String keyId,
        Optional<Map<String, String>> encryptionContext,
        Optional<Integer> numberOfBytes,
        Optional<String> keySpec,
        Optional<List<String>> grantTokens,
        Optional<Object> recipient,
        Optional<Boolean> dryRun)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            byte[] ciphertextBlob, byte[] plaintext, String keyId, String keyMaterialId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(DataKey.access("GenerateDataKey", keyId, encryptionContext, keys, call));
    }

    @Override
    public Response run(Keys keys, Call call) {
        KmsErrors.refuse("Recipient", recipient.isPresent());
        Tokens.check(grantTokens, keys, call);
        var made =
                DataKey.of(
                        keys.named(keyId, call),
                        "GenerateDataKey",
                        keySpec,
                        numberOfBytes,
                        encryptionContext,
                        call);
        DryRun.check(dryRun);
        return new Response(
                made.blob(), made.plaintext(), made.key().arn(call), made.key().current().id());
    }
}
