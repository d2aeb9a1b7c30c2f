package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Optional;

/// Forgets what the account asks of passwords: it asks what accounts usually do.
///
/// Source:
/// [DeleteAccountPasswordPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountPasswordPolicy.html)
public record DeleteAccountPasswordPolicy() implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:DeleteAccountPasswordPolicy");
    }

    @Override
    public Done run(Identities identities, Call call) {
        var settings = identities.settings();
        if (settings.passwordPolicy().isEmpty()) {
            throw IamErrors.noSuchEntity("account policy", "PasswordPolicy");
        }
        identities.put(settings.asking(Optional.empty()));
        return new Done();
    }
}
