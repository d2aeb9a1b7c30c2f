package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Has an organization's management account manage the root credentials of its members.
///
/// An account that is in no organization has none: IAM says so. Organizations are not here yet.
///
/// Source:
/// [EnableOrganizationsRootCredentialsManagement](https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOrganizationsRootCredentialsManagement.html)
public record EnableOrganizationsRootCredentialsManagement() implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:EnableOrganizationsRootCredentialsManagement");
    }

    @Override
    public Done run(Identities identities, Call call) {
        throw IamErrors.organizationNotFound();
    }
}
