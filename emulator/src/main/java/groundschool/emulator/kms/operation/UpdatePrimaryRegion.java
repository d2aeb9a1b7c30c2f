package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import groundschool.emulator.kms.KmsKey;
import java.util.ArrayList;
import java.util.List;

/// Makes another copy of a multi-Region key the one that the others are made from.
///
/// Source:
/// [UpdatePrimaryRegion](https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdatePrimaryRegion.html)
public record UpdatePrimaryRegion(String keyId, String primaryRegion)
        implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .with("kms:PrimaryRegion", primaryRegion)
                        .to("UpdatePrimaryRegion", keyId),
                KeyAccess.of(keys, call.in(primaryRegion))
                        .to("UpdatePrimaryRegion", inPrimary(call)));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        key.requireEnabled(call);
        var regions =
                key.regions()
                        .filter(all -> all.primary().equals(call.region()))
                        .orElseThrow(() -> KmsErrors.notPrimary(key.arn(call)));
        if (primaryRegion.equals(call.region())) {
            return new Nothing();
        }
        if (!regions.replicas().contains(primaryRegion)) {
            throw KmsErrors.notFound(
                    "Key '%s' does not exist".formatted(key.arn(call.in(primaryRegion))));
        }
        var others = new ArrayList<>(regions.replicas());
        others.remove(primaryRegion);
        others.add(call.region());
        keys.spread(key, new KmsKey.MultiRegion(primaryRegion, others), call);
        return new Nothing();
    }

    /// The same key as it is called where it is to be primary.
    private String inPrimary(Call call) {
        return keyId.replace(":" + call.region() + ":", ":" + primaryRegion + ":");
    }
}
