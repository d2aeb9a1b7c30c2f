package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Has an organization's management account open sessions as root of its members.
///
/// An account that is in no organization has none: IAM says so. Organizations are not here yet.
///
/// Source:
/// [EnableOrganizationsRootSessions](https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOrganizationsRootSessions.html)
public record EnableOrganizationsRootSessions() implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:EnableOrganizationsRootSessions");
    }

    @Override
    public Done run(Identities identities, Call call) {
        throw IamErrors.organizationNotFound();
    }
}
