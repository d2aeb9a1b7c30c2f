package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.PasswordPolicy;
import groundschool.emulator.iam.policy.AttachedPolicy;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.Origin;
import groundschool.emulator.iam.policy.Policy;
import groundschool.emulator.iam.policy.ResourcePolicy;

/// What the setting `AllowUsersToChangePassword` adds to the permissions of every user: it is as if
/// the account had a policy of its own.
///
/// Source: [Permit IAM users to change their own
/// passwords](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html)
final class OwnPassword {

    private static final ResourcePolicy FOR_ALL =
            new ResourcePolicy(
                    AttachedPolicy.inline(
                            Origin.RESOURCE,
                            "password policy",
                            Policy.parse(
                                    DocumentKind.RESOURCE,
                                    """
                                    {
                                      "Version": "2012-10-17",
                                      "Statement": {
                                        "Effect": "Allow",
                                        "Principal": "*",
                                        "Action": ["iam:ChangePassword", "iam:GetAccountPasswordPolicy"],
                                        "Resource": "*"
                                      }
                                    }
                                    """)),
                    ResourcePolicy.Rule.ADDS);

    private OwnPassword() {}

    static boolean isOpenToAll(Identities identities) {
        return identities
                .settings()
                .passwordPolicy()
                .map(PasswordPolicy::allowUsersToChangePassword)
                .orElse(false);
    }

    static Access guarded(Access access) {
        return access.guardedBy(FOR_ALL);
    }
}
