package groundschool.emulator;

import groundschool.emulator.iam.policy.ResourcePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One question to IAM: may the caller do this action on this resource?
///
/// @param action such as `dynamodb:GetItem`
/// @param resource an ARN, or `*` where the action knows no resource
/// @param conditionKeys what policies may test, by key, such as `dynamodb:LeadingKeys`
/// @param resourcePolicy the resource's own, if it has one
public record Access(
        String action,
        String resource,
        Map<String, List<String>> conditionKeys,
        Optional<ResourcePolicy> resourcePolicy) {

    public Access {
        conditionKeys = Map.copyOf(conditionKeys);
    }

    public Access(String action, String resource, Map<String, List<String>> conditionKeys) {
        this(action, resource, conditionKeys, Optional.empty());
    }

    /// An access without condition keys.
    public static Access to(String action, String resource) {
        return new Access(action, resource, Map.of());
    }

    /// The same, on a resource that has this policy.
    public Access guardedBy(ResourcePolicy policy) {
        return new Access(action, resource, conditionKeys, Optional.of(policy));
    }
}
