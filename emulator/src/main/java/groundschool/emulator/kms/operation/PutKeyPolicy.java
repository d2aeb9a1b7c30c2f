package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Says who may do what with a key.
///
/// Source:
/// [PutKeyPolicy](https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html)
public record PutKeyPolicy(
        String keyId,
        Optional<String> policyName,
        String policy,
        Optional<Boolean> bypassPolicyLockoutSafetyCheck)
        implements KmsOperation, Operation<Keys> {

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(
                KeyAccess.of(keys, call)
                        .with(
                                "kms:BypassPolicyLockoutSafetyCheck",
                                bypassPolicyLockoutSafetyCheck.orElse(false))
                        .to("PutKeyPolicy", keyId));
    }

    @Override
    public Nothing run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        key.requireKept(call);
        if (!policyName.orElse("default").equals("default")) {
            throw KmsErrors.noSuchPolicy();
        }
        keys.rules().check(policy, bypassPolicyLockoutSafetyCheck.orElse(false), call);
        keys.put(key.governedBy(policy), call);
        return new Nothing();
    }
}
