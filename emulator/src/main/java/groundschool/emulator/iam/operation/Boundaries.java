package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.Optional;

/// Permissions boundaries must be managed policies that there are.
final class Boundaries {

    private Boundaries() {}

    static Optional<String> checked(Optional<String> arn, Identities identities) {
        arn.filter(named -> identities.policy(named).isEmpty())
                .ifPresent(named -> {
                    throw IamErrors.noSuchEntity(
                            "Scope ARN: %s does not exist or is not attachable.".formatted(named));
                });
        return arn;
    }
}
