package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Gives the account a name for its sign-in page, in place of one that it has.
///
/// Source:
/// [CreateAccountAlias](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html)
public record CreateAccountAlias(String accountAlias) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:CreateAccountAlias");
    }

    @Override
    public Done run(Identities identities, Call call) {
        var settings = identities.settings();
        if (settings.alias().equals(Optional.of(accountAlias))) {
            throw IamErrors.alreadyExists(
                    "The account alias %s already exists.".formatted(accountAlias));
        }
        identities.put(settings.called(Optional.of(accountAlias)));
        return new Done();
    }
}
