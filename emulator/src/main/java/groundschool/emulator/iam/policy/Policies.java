package groundschool.emulator.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every policy that has a say in a question.
///
/// Source: [Policy
/// types](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#access_policy-types)
///
/// @param identity attached to the user, its groups or the role; for a federated user, to the user
///   who asked for the token
/// @param boundary the permissions boundary of the user or role
/// @param session passed along when the session was made, empty if none was; one that allows is
///   enough
/// @param serviceControl of the organization; one that allows is enough
public record Policies(
        List<AttachedPolicy> identity,
        Optional<AttachedPolicy> boundary,
        List<AttachedPolicy> session,
        Optional<ResourcePolicy> resource,
        List<AttachedPolicy> serviceControl) {

    /// No policy at all.
    public static final Policies NONE =
            new Policies(List.of(), Optional.empty(), List.of(), Optional.empty(), List.of());

    public Policies {
        identity = List.copyOf(identity);
        session = List.copyOf(session);
        serviceControl = List.copyOf(serviceControl);
    }

    /// Identity-based policies alone.
    public static Policies ofIdentity(List<AttachedPolicy> identity) {
        return new Policies(identity, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    public Policies withIdentity(List<AttachedPolicy> others) {
        return new Policies(others, boundary, session, resource, serviceControl);
    }

    public Policies withBoundary(AttachedPolicy other) {
        return new Policies(identity, Optional.of(other), session, resource, serviceControl);
    }

    public Policies withSession(List<AttachedPolicy> others) {
        return new Policies(identity, boundary, others, resource, serviceControl);
    }

    public Policies withResource(ResourcePolicy other) {
        return new Policies(identity, boundary, session, Optional.of(other), serviceControl);
    }

    public Policies withServiceControl(List<AttachedPolicy> others) {
        return new Policies(identity, boundary, session, resource, others);
    }

    /// Those of one type.
    List<AttachedPolicy> of(PolicyType type) {
        return switch (type) {
            case SERVICE_CONTROL -> serviceControl;
            case RESOURCE, TRUST ->
                    resource
                            .filter(policy -> policy.type() == type)
                            .map(ResourcePolicy::attached)
                            .stream()
                            .toList();
            case IDENTITY -> identity;
            case BOUNDARY -> boundary.stream().toList();
            case SESSION -> session;
        };
    }

    /// The documents of all of them, to ask for their context keys.
    public List<Policy> documents() {
        var all = new ArrayList<Policy>();
        for (var type : PolicyType.values()) {
            of(type).forEach(attached -> all.add(attached.policy()));
        }
        return all;
    }
}
