package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Gives the public half of a pair.
///
/// Source:
/// [GetPublicKey](https://docs.aws.amazon.com/kms/latest/APIReference/API_GetPublicKey.html)
public record GetPublicKey(String keyId, Optional<List<String>> grantTokens)
        implements KmsOperation, Operation<Keys> {

    public record Response(
            String keyId,
            byte[] publicKey,
            String customerMasterKeySpec,
            String keySpec,
            String keyUsage,
            Optional<List<String>> encryptionAlgorithms,
            Optional<List<String>> signingAlgorithms,
            Optional<List<String>> keyAgreementAlgorithms) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("GetPublicKey", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        Tokens.check(grantTokens, keys, call);
        var key = keys.named(keyId, call);
        key.requireEnabled(call);
        var publicKey =
                key.current()
                        .publicKey()
                        .orElseThrow(() ->
                                KmsErrors.unsupported(
                                        "%s key spec is %s which is not valid for GetPublicKey."
                                                .formatted(key.arn(call), key.spec())));
        var data = KeyMetadata.of(key, call);
        return new Response(
                key.arn(call),
                publicKey,
                data.keySpec(),
                data.keySpec(),
                data.keyUsage(),
                data.encryptionAlgorithms(),
                data.signingAlgorithms(),
                data.keyAgreementAlgorithms());
    }
}
