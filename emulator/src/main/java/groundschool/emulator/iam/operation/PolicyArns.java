package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Grants;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The ARNs of managed policies that are attached and detached.
///
/// Source: recorded answers of IAM to AttachUserPolicy, DetachUserPolicy and their likes
final class PolicyArns {

    private static final Pattern ARN =
            Pattern.compile("arn:[a-z-]+:iam::(aws|[0-9]{12}):policy/.+");

    private PolicyArns() {}

    /// A managed policy as lists show it that is attached.
    record AttachedPolicy(String policyName, String policyArn) {

        static AttachedPolicy of(String arn) {
            return new AttachedPolicy(arn.substring(arn.lastIndexOf('/') + 1), arn);
        }
    }

    /// @throws groundschool.emulator.AwsException if it is no policy's ARN
    static void check(String arn) {
        if (!ARN.matcher(arn).matches()) {
            throw IamErrors.invalidInput("ARN %s is not valid.".formatted(arn));
        }
    }

    /// With that policy, which must be there.
    ///
    /// @param quota as IAM puts it into the message, such as `PoliciesPerUser`
    static Grants attached(Grants grants, String arn, Identities identities, String quota) {
        if (identities.policy(arn).isEmpty()) {
            throw IamErrors.noSuchEntity(
                    "Policy %s does not exist or is not attachable.".formatted(arn));
        }
        if (!grants.attached().contains(arn)) {
            Quotas.requireRoom(quota, grants.attached().size(), Quotas.ATTACHED_PER_ENTITY);
        }
        return grants.attach(arn);
    }

    /// Without that policy, which must be attached.
    static Grants detached(Grants grants, String arn) {
        if (!grants.attached().contains(arn)) {
            throw IamErrors.noSuchEntity("Policy %s was not found.".formatted(arn));
        }
        return grants.detach(arn);
    }

    /// The attached policies whose path begins so.
    static List<AttachedPolicy> list(Grants grants, Optional<String> pathPrefix) {
        return grants.attached().stream()
                .filter(arn -> path(arn).startsWith(pathPrefix.orElse("/")))
                .map(AttachedPolicy::of)
                .toList();
    }

    private static String path(String arn) {
        return arn.substring(arn.indexOf('/'), arn.lastIndexOf('/') + 1);
    }
}
