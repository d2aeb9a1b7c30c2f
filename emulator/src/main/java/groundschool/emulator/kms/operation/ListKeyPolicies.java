package groundschool.emulator.kms.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.kms.KeyAccess;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Lists the names of a key's policies, of which there is one.
///
/// Source:
/// [ListKeyPolicies](https://docs.aws.amazon.com/kms/latest/APIReference/API_ListKeyPolicies.html)
public record ListKeyPolicies(String keyId, Optional<Integer> limit, Optional<String> marker)
        implements KmsOperation, Operation<Keys> {

    public record Response(List<String> policyNames, boolean truncated) {}

    @Override
    public List<Access> access(Keys keys, Call call) {
        return List.of(KeyAccess.of(keys, call).to("ListKeyPolicies", keyId));
    }

    @Override
    public Response run(Keys keys, Call call) {
        keys.managed(keyId, call);
        if (marker.isPresent()) {
            throw KmsErrors.invalidMarker();
        }
        return new Response(List.of("default"), false);
    }
}
