package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.PasswordPolicy;
import java.util.List;
import java.util.Optional;

/// Says anew what the account asks of passwords. What is left out is not kept: it becomes what it
/// is where nobody has said anything.
///
/// Source:
/// [UpdateAccountPasswordPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html)
public record UpdateAccountPasswordPolicy(
        Optional<Integer> minimumPasswordLength,
        Optional<Boolean> requireSymbols,
        Optional<Boolean> requireNumbers,
        Optional<Boolean> requireUppercaseCharacters,
        Optional<Boolean> requireLowercaseCharacters,
        Optional<Boolean> allowUsersToChangePassword,
        Optional<Integer> maxPasswordAge,
        Optional<Integer> passwordReusePrevention,
        Optional<Boolean> hardExpiry)
        implements IamOperation {

    private static final int USUAL_LENGTH = 6;

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:UpdateAccountPasswordPolicy");
    }

    @Override
    public Done run(Identities identities, Call call) {
        var policy =
                new PasswordPolicy(
                        minimumPasswordLength.orElse(USUAL_LENGTH),
                        requireSymbols.orElse(false),
                        requireNumbers.orElse(false),
                        requireUppercaseCharacters.orElse(false),
                        requireLowercaseCharacters.orElse(false),
                        allowUsersToChangePassword.orElse(false),
                        maxPasswordAge,
                        passwordReusePrevention,
                        hardExpiry);
        identities.put(identities.settings().asking(Optional.of(policy)));
        return new Done();
    }
}
