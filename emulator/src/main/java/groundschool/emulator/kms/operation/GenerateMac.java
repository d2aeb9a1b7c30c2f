package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyUsage;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.crypto.Macs;
import java.util.List;
import java.util.Optional;

/// Makes a message authentication code.
///
/// Source: [GenerateMac](https://docs.aws.amazon.com/kms/latest/APIReference/API_GenerateMac.html)
public record GenerateMac(
        byte[] message,
        String keyId,
        String macAlgorithm,
        Optional<List<String>> grantTokens,
        Optional<Boolean> dryRun)
        implements KmsOperation, Operation<Keys> {

    public record Response(byte[] mac, String macAlgorithm, String keyId) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .with("kms:MacAlgorithm", macAlgorithm)
                        .to("GenerateMac", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        Tokens.check(grantTokens, keys, call);
        var key = keys.named(keyId, call);
        key.requireUsage(KeyUsage.GENERATE_VERIFY_MAC, "GenerateMac", call);
        key.requireAlgorithm(macAlgorithm);
        DryRun.check(dryRun);
        return new Response(Macs.of(key, macAlgorithm, message), macAlgorithm, key.arn(call));
    }
}
