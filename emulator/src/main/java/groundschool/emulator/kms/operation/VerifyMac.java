package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.KeyUsage;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.crypto.Macs;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/// Tells whether a message authentication code is good: if not, it is an error.
///
/// Source: [VerifyMac](https://docs.aws.amazon.com/kms/latest/APIReference/API_VerifyMac.html)
public record VerifyMac(
        byte[] message,
        String keyId,
        String macAlgorithm,
        byte[] mac,
        Optional<List<String>> grantTokens,
        Optional<Boolean> dryRun)
        implements KmsOperation, Operation<Keys> {

    public record Response(String keyId, boolean macValid, String macAlgorithm) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .with("kms:MacAlgorithm", macAlgorithm)
                        .to("VerifyMac", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        Tokens.check(grantTokens, keys, call);
        var key = keys.named(keyId, call);
        key.requireUsage(KeyUsage.GENERATE_VERIFY_MAC, "VerifyMac", call);
        key.requireAlgorithm(macAlgorithm);
        if (!MessageDigest.isEqual(mac, Macs.of(key, macAlgorithm, message))) {
            throw KmsErrors.invalidMac();
        }
        DryRun.check(dryRun);
        return new Response(key.arn(call), true, macAlgorithm);
    }
}
