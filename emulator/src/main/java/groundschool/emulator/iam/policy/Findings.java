package groundschool.emulator.iam.policy;

import java.util.List;
import java.util.Optional;

/// What the policies of each type say to a question.
record Findings(
        Finding serviceControl,
        Finding resource,
        Finding identity,
        Finding boundary,
        Finding session) {

    static Findings of(Asked asked, Policies policies) {
        var resourceType =
                policies.resource().map(ResourcePolicy::type).orElse(PolicyType.RESOURCE);
        return new Findings(
                find(PolicyType.SERVICE_CONTROL, policies, asked),
                find(resourceType, policies, asked),
                find(PolicyType.IDENTITY, policies, asked),
                find(PolicyType.BOUNDARY, policies, asked),
                find(PolicyType.SESSION, policies, asked));
    }

    /// In the order in which the documentation goes through them.
    List<Finding> inOrder() {
        return List.of(serviceControl, resource, identity, boundary, session);
    }

    /// The first deny. AWS names only one, and does not say which; here it is the first type's.
    Optional<Verdict.ExplicitlyDenied> denial() {
        for (var finding : inOrder()) {
            if (finding.denial().isPresent()) {
                return finding.denial();
            }
        }
        return Optional.empty();
    }

    private static Finding find(PolicyType type, Policies policies, Asked asked) {
        return Finding.of(type, policies.of(type), asked);
    }
}
