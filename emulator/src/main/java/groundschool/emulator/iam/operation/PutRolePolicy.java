package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.policy.DocumentKind;
import java.util.List;

/// Puts a policy into a role, in place of one of the same name.
///
/// Source:
/// [PutRolePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html)
public record PutRolePolicy(String roleName, String policyName, String policyDocument)
        implements IamOperation {

    private static final int MOST_CHARACTERS = 10_240;

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Roles.boundedAccess("iam:PutRolePolicy", identities, call, roleName);
    }

    @Override
    public Nothing run(Identities identities, Call call) {
        var role = Roles.modifiable(identities, roleName);
        var grants =
                role.grants()
                        .put(policyName, PolicyText.checked(DocumentKind.INLINE, policyDocument));
        if (PolicySizes.ofInline(grants) > MOST_CHARACTERS) {
            throw IamErrors.limitExceeded(
                    "Maximum policy size of %d bytes exceeded for role %s"
                            .formatted(MOST_CHARACTERS, role.name()));
        }
        identities.put(role.with(grants));
        return new Nothing();
    }
}
