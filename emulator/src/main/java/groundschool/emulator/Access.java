package groundschool.emulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One question to IAM: may the caller do this action on this resource?
///
/// @param action such as `dynamodb:GetItem`
/// @param resource an ARN, or `*` where the action knows no resource
/// @param keys what policies may test
/// @param guard the resource's own policy, if it has one
public record Access(String action, String resource, ConditionKeys keys, Optional<Guard> guard) {

    /// An access to something without a policy.
    public Access(String action, String resource, ConditionKeys keys) {
        this(action, resource, keys, Optional.empty());
    }

    /// An access whose condition keys are known.
    public Access(String action, String resource, Map<String, List<String>> conditionKeys) {
        this(action, resource, ConditionKeys.of(conditionKeys));
    }

    /// What policies may test, by key, such as `dynamodb:LeadingKeys`.
    public Map<String, List<String>> conditionKeys() {
        return keys.values();
    }

    /// An access without condition keys.
    public static Access to(String action, String resource) {
        return new Access(action, resource, Map.of());
    }

    /// The same, on a role whose trust policy this is.
    public Access trustedBy(String document) {
        return new Access(action, resource, keys, Optional.of(new Guard.Trust(document)));
    }

    /// The same, on a resource that has this policy.
    public Access guardedBy(String document) {
        return new Access(action, resource, keys, Optional.of(new Guard.Resource(document)));
    }

    /// The same, on a key of KMS that has this policy.
    public Access keptBy(String document) {
        return new Access(action, resource, keys, Optional.of(new Guard.KeyPolicy(document)));
    }

    /// A policy of the resource itself, which has its say.
    public sealed interface Guard {

        /// As it was saved.
        String document();

        /// One that allows in addition to identity-based policies.
        record Resource(String document) implements Guard {}

        /// A key's of KMS, without which nobody may, not even root.
        record KeyPolicy(String document) implements Guard {}

        /// A role's, without which nobody may.
        record Trust(String document) implements Guard {}
    }
}
