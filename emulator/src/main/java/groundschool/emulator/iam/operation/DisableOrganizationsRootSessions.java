package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Has nobody open sessions as root of an organization's members.
///
/// An account that is in no organization has none: IAM says so. Organizations are not here yet.
///
/// Source:
/// [DisableOrganizationsRootSessions](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DisableOrganizationsRootSessions.html)
public record DisableOrganizationsRootSessions() implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:DisableOrganizationsRootSessions");
    }

    @Override
    public Done run(Identities identities, Call call) {
        throw IamErrors.organizationNotFound();
    }
}
