package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Has each member of an organization manage its own root credentials.
///
/// An account that is in no organization has none: IAM says so. Organizations are not here yet.
///
/// Source:
/// [DisableOrganizationsRootCredentialsManagement](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DisableOrganizationsRootCredentialsManagement.html)
public record DisableOrganizationsRootCredentialsManagement() implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:DisableOrganizationsRootCredentialsManagement");
    }

    @Override
    public Done run(Identities identities, Call call) {
        throw IamErrors.organizationNotFound();
    }
}
