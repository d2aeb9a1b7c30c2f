package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyMaterial;
import groundschool.emulator.kms.KeySpec;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Gives a public key to send key material in, and a token to send along. It takes a while, so that
/// it waits for nobody else.
///
/// Source:
/// [GetParametersForImport](https://docs.aws.amazon.com/kms/latest/APIReference/API_GetParametersForImport.html)
public record GetParametersForImport(String keyId, String wrappingAlgorithm, String wrappingKeySpec)
        implements KmsOperation, Interaction<Keys> {

    private static final Duration LASTS = Duration.ofHours(24);

    public record Response(
            String keyId, byte[] importToken, byte[] publicKey, Instant parametersValidTo) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .with("kms:WrappingAlgorithm", wrappingAlgorithm)
                        .with("kms:WrappingKeySpec", wrappingKeySpec)
                        .to("GetParametersForImport", keyId));
    }

    @Override
    public Response run(Turn<Keys> turn, Call call) {
        var key =
                turn.transition(keys -> {
                    var found = keys.managed(keyId, call);
                    found.requireOrigin("EXTERNAL", call);
                    found.requireKept(call);
                    return found;
                });
        KmsErrors.refuse("SM2PKE", wrappingAlgorithm.equals("SM2PKE"));
        var pair = KeyMaterial.fresh(KeySpec.named(wrappingKeySpec), call.now());
        var until = call.now().plus(LASTS);
        var token = new ImportToken(key.id(), wrappingAlgorithm, wrappingKeySpec, until, pair);
        return new Response(
                key.arn(call), token.sealed(call), pair.publicKey().orElseThrow(), until);
    }
}
