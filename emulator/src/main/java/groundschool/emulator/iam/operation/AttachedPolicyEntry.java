package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Grants;
import groundschool.emulator.iam.identity.ManagedPolicy;
import java.util.List;
import java.util.Optional;

/// A managed policy that is attached, as lists have it.
///
/// Source:
/// [AttachedPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachedPolicy.html)
public record AttachedPolicyEntry(String policyName, String policyArn) {

    static AttachedPolicyEntry of(ManagedPolicy policy) {
        return new AttachedPolicyEntry(policy.name(), policy.arn());
    }

    /// The policies of an entity that are under a path.
    static List<ManagedPolicy> under(Identities identities, Grants grants, Optional<String> path) {
        return grants.attached().stream()
                .flatMap(arn -> identities.policy(arn).stream())
                .filter(policy -> policy.path().startsWith(path.orElse("/")))
                .toList();
    }
}
