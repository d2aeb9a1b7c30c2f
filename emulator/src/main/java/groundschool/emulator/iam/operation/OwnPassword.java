package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.PasswordPolicy;

/// What the setting `AllowUsersToChangePassword` adds to the permissions of every user: it is as if
/// the account had a policy of its own.
///
/// Source: [Permit IAM users to change their own
/// passwords](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_enable-user-change.html)
final class OwnPassword {

    private static final String FOR_ALL =
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
            """;

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
