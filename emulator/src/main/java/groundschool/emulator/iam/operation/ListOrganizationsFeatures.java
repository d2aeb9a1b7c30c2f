package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import java.util.List;

/// Lists what of root access is managed for a whole organization.
///
/// An account that is in no organization has none: IAM says so. Organizations are not here yet.
///
/// Source:
/// [ListOrganizationsFeatures](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html)
public record ListOrganizationsFeatures() implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.account("iam:ListOrganizationsFeatures");
    }

    @Override
    public Done run(Identities identities, Call call) {
        throw IamErrors.organizationNotFound();
    }
}
