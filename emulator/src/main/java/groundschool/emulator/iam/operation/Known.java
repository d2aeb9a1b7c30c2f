package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Group;
import groundschool.emulator.iam.identity.User;

/// What operations name and must be there.
final class Known {

    private Known() {}

    /// @throws groundschool.emulator.AwsException if there is none
    static User user(Identities identities, String name) {
        return identities.user(name).orElseThrow(() -> IamErrors.noSuchEntity("user", name));
    }

    /// @throws groundschool.emulator.AwsException if there is none
    static Group group(Identities identities, String name) {
        return identities.group(name).orElseThrow(() -> IamErrors.noSuchEntity("group", name));
    }
}
