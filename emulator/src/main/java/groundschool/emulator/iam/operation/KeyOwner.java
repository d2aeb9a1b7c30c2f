package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.UserKey;
import java.util.Optional;

/// Whose access keys an operation is about: a user's, or root's.
///
/// @param userId empty for root
/// @param name of the user; for root the account's number
record KeyOwner(String userId, String name, Principal principal) {

    private static final String ROOT = "";

    /// The user of that name; without one, the one who asks.
    ///
    /// @throws groundschool.emulator.AwsException if there is no such user
    static KeyOwner of(Optional<String> userName, Identities identities, Call call) {
        if (userName.isEmpty() && call.principal() instanceof Principal.Root root) {
            return new KeyOwner(ROOT, root.account(), root);
        }
        var user = Known.user(identities, UserNames.orOwn(userName, call));
        return new KeyOwner(user.id(), user.name(), user.principal(call.account()));
    }

    boolean isRoot() {
        return userId.equals(ROOT);
    }

    /// Its key of that id.
    ///
    /// @throws groundschool.emulator.AwsException if it has none
    UserKey key(String id, Identities identities) {
        return identities
                .key(id, true)
                .filter(key -> key.userId().equals(userId))
                .orElseThrow(() -> IamErrors.noAccessKey(id));
    }
}
