package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Tells who may do what with a key.
///
/// Source:
/// [GetKeyPolicy](https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html)
public record GetKeyPolicy(String keyId, Optional<String> policyName)
        implements KmsOperation, Operation<Keys> {

    public record Response(String policy, String policyName) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("GetKeyPolicy", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        var key = keys.managed(keyId, call);
        if (!policyName.orElse("default").equals("default")) {
            throw KmsErrors.noSuchPolicy();
        }
        return new Response(key.policy(), "default");
    }
}
