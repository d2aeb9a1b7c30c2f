package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Takes the name of its sign-in page from the account.
///
/// Source:
/// [DeleteAccountAlias](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountAlias.html)
public record DeleteAccountAlias(String accountAlias) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:DeleteAccountAlias");
    }

    @Override
    public Done run(Identities identities, Call call) {
        var settings = identities.settings();
        if (!settings.alias().equals(Optional.of(accountAlias))) {
            throw IamErrors.noSuchEntity(
                    "The account alias with name %s cannot be found.".formatted(accountAlias));
        }
        identities.put(settings.called(Optional.empty()));
        return new Done();
    }
}
