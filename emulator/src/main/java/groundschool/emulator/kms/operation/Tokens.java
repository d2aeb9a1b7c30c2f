package groundschool.emulator.kms.operation;

import groundschool.emulator.Call;
import groundschool.emulator.kms.Grant;
import groundschool.emulator.kms.Keys;
import groundschool.emulator.kms.KmsErrors;
import java.util.List;
import java.util.Optional;

/// Grant tokens: as all that is granted holds at once here, they need only be known.
final class Tokens {

    private Tokens() {}

    /// @throws groundschool.emulator.AwsException if one is unknown
    static void check(Optional<List<String>> tokens, Keys keys, Call call) {
        if (tokens.filter(all -> !all.isEmpty()).isEmpty()) {
            return;
        }
        var known = keys.allGrants(call).stream().map(Grant::token).toList();
        if (!known.containsAll(tokens.get())) {
            throw KmsErrors.invalidGrantToken();
        }
    }
}
