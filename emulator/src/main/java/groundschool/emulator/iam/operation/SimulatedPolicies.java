package groundschool.emulator.iam.operation;

import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.ManagedPolicy;
import groundschool.emulator.iam.policy.AttachedPolicy;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.Origin;
import groundschool.emulator.iam.simulation.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The policies of a user, group or role, as the simulator takes them.
final class SimulatedPolicies {

    private SimulatedPolicies() {}

    /// Those that count for an entity, without those that are excluded.
    static List<Source> of(Entity entity, Identities identities, List<PolicyIdentifier> excluded) {
        var sources = new ArrayList<Source>();
        for (var owned : entity.grants()) {
            owned.grants()
                    .inline()
                    .forEach((name, text) -> {
                        if (excluded.stream().noneMatch(each -> each.isInline(owned, name))) {
                            sources.add(inline(owned, name, text, identities));
                        }
                    });
            for (var arn : owned.grants().attached()) {
                if (excluded.stream().noneMatch(each -> each.isManaged(arn))) {
                    identities
                            .policy(arn)
                            .map(policy -> managed(policy, identities))
                            .filter(source -> !sources.contains(source))
                            .ifPresent(sources::add);
                }
            }
        }
        return sources;
    }

    /// The permissions boundary of an entity.
    static Optional<Source> boundary(
            Entity entity, Identities identities, List<PolicyIdentifier> excluded) {
        return entity.own()
                .boundary()
                .filter(_ -> excluded.stream().noneMatch(PolicyIdentifier::isBoundary))
                .flatMap(identities::policy)
                .map(policy -> managed(policy, identities));
    }

    /// A policy that is in an entity.
    static Source inline(Entity.Owned owned, String name, String text, Identities identities) {
        var id = owned.kind() + "_" + owned.name() + "_" + name;
        var policy = identities.permissions().read(DocumentKind.INLINE, text);
        return new Source(
                id, Source.Kind.IAM, AttachedPolicy.inline(Origin.NONE, id, policy), text);
    }

    /// A policy that stands by itself.
    static Source managed(ManagedPolicy policy, Identities identities) {
        var read = identities.permissions().read(DocumentKind.MANAGED, policy.document());
        return new Source(
                policy.name(),
                Source.Kind.IAM,
                AttachedPolicy.managed(policy.arn(), read),
                policy.document());
    }
}
