package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.ManagedPolicy;
import groundschool.emulator.iam.policy.DocumentKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The managed policy that an operation names, and what IAM is asked about it.
final class ManagedPolicies {

    private static final String OF_AWS = "arn:aws:iam::aws:";

    private ManagedPolicies() {}

    /// @throws groundschool.emulator.AwsException if there is none
    static ManagedPolicy named(Identities identities, String arn) {
        PolicyArns.check(arn);
        return identities.policy(arn).orElseThrow(() -> IamErrors.policyNotFound(arn));
    }

    /// One that the account may change.
    ///
    /// @throws groundschool.emulator.AwsException if it is AWS's, or there is none
    static ManagedPolicy own(Identities identities, String arn) {
        if (arn.startsWith(OF_AWS)) {
            throw IamErrors.accessDenied("Policy is outside your own account.");
        }
        return named(identities, arn);
    }

    /// @throws groundschool.emulator.AwsException if the policy has no such version
    static ManagedPolicy.Version version(ManagedPolicy policy, String versionId) {
        return policy.version(versionId)
                .orElseThrow(() ->
                        IamErrors.noSuchEntity(
                                "Policy %s version %s does not exist or is not attachable."
                                        .formatted(policy.arn(), versionId)));
    }

    /// A document for a managed policy.
    ///
    /// @throws groundschool.emulator.AwsException if it is none, or too long
    static String document(String text) {
        PolicyText.checked(DocumentKind.MANAGED, text);
        if (PolicyText.size(text) > Quotas.POLICY_CHARACTERS) {
            throw IamErrors.limitExceeded(
                    "Cannot exceed quota for PolicySize: " + Quotas.POLICY_CHARACTERS);
        }
        return text;
    }

    static List<Access> access(String action, Identities identities, String arn) {
        return access(action, identities, arn, Map.of());
    }

    /// @param more condition keys besides those of the policy's tags
    static List<Access> access(
            String action, Identities identities, String arn, Map<String, List<String>> more) {
        var keys = new HashMap<String, List<String>>();
        identities.policy(arn).ifPresent(policy -> keys.putAll(TagKeys.of(policy.tags())));
        keys.putAll(more);
        return List.of(new Access(action, arn, keys));
    }
}
