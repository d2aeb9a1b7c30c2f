package groundschool.emulator.iam.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.IamErrors;
import java.util.Optional;

/// The user that is meant where none is named: the one who asks.
final class UserNames {

    private UserNames() {}

    static String orOwn(Optional<String> userName, Call call) {
        return userName.orElseGet(() -> own(call.principal()));
    }

    private static String own(Principal principal) {
        if (principal instanceof Principal.User user) {
            return user.name();
        }
        throw IamErrors.validation("Must specify userName when calling with non-User credentials");
    }
}
