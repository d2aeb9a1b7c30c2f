package groundschool.emulator.iam.policy;

import java.util.Optional;

/// A policy, and what it is called where it applies.
///
/// Source: [Managed policies and inline
/// policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html)
///
/// @param name such as `ReadBooks`
/// @param arn of a managed policy; others have none
public record AttachedPolicy(Origin origin, String name, Optional<String> arn, Policy policy) {

    /// A managed policy of the account or, if its ARN says so, of AWS.
    public static AttachedPolicy managed(String arn, Policy policy) {
        var origin = arn.contains(":aws:policy/") ? Origin.AWS_MANAGED : Origin.USER_MANAGED;
        return new AttachedPolicy(
                origin, arn.substring(arn.lastIndexOf('/') + 1), Optional.of(arn), policy);
    }

    /// A policy without an ARN of its own.
    public static AttachedPolicy inline(Origin origin, String name, Policy policy) {
        return new AttachedPolicy(origin, name, Optional.empty(), policy);
    }
}
