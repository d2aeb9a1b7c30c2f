package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;

/// How much there may be of what, in an account for which nothing was raised.
///
/// Source: [IAM and STS
/// quotas](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html), a recorded
/// answer of GetAccountSummary
final class Quotas {

    static final int USERS = 5000;
    static final int GROUPS = 300;
    static final int ROLES = 1000;
    static final int POLICIES = 1500;
    static final int INSTANCE_PROFILES = 1000;
    static final int SERVER_CERTIFICATES = 20;
    static final int GROUPS_PER_USER = 10;
    static final int ACCESS_KEYS_PER_USER = 2;
    static final int SIGNING_CERTIFICATES_PER_USER = 2;
    static final int MFA_DEVICES_PER_USER = 8;
    static final int SSH_KEYS_PER_USER = 5;

    /// For one service.
    static final int SERVICE_CREDENTIALS_PER_USER = 2;

    static final int ATTACHED_PER_ENTITY = 10;
    static final int VERSIONS_PER_POLICY = 5;
    static final int VERSIONS_IN_USE = 10_000;

    static final int USER_POLICY_CHARACTERS = 2048;
    static final int GROUP_POLICY_CHARACTERS = 5120;
    static final int ROLE_POLICY_CHARACTERS = 10_240;
    static final int POLICY_CHARACTERS = 6144;
    static final int TRUST_POLICY_CHARACTERS = 2048;

    private Quotas() {}

    /// @param name as IAM puts it into the message, such as `UsersPerAccount`
    /// @throws groundschool.emulator.AwsException if there are as many as there may be
    static void requireRoom(String name, long count, int most) {
        if (count >= most) {
            throw IamErrors.limitExceeded("Cannot exceed quota for %s: %d".formatted(name, most));
        }
    }
}
