package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Takes back what was granted.
///
/// Source: [RevokeGrant](https://docs.aws.amazon.com/kms/latest/APIReference/API_RevokeGrant.html)
public record RevokeGrant(String keyId, String grantId, Optional<Boolean> dryRun)
        implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("RevokeGrant", keyId));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        var grant =
                keys.grants(key, call).stream()
                        .filter(each -> each.id().equals(grantId))
                        .findFirst()
                        .orElseThrow(() -> KmsErrors.grantNotFound(grantId));
        DryRun.check(dryRun);
        keys.remove(grant, call);
        return new Nothing();
    }
}
