package groundschool.emulator.iam;

import groundschool.emulator.Access;
import groundschool.emulator.Principal;
import groundschool.emulator.iam.policy.Policies;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What follows from IAM as it was at a moment: which policies apply to whom, and what somebody may
/// do whatever else is known of a request. Once something in IAM changes, there is another.
final class Standing {

    /// Sessions come and go, and names need not be of anything: what is kept is forgotten now and
    /// then.
    private static final int MOST_KEPT = 500;

    private final Object whole;
    private final Object snapshot;
    private final Function<Principal, Policies> find;
    private final Map<Principal, Policies> policies;
    private final Map<Asking, String> allowed;

    private record Asking(Principal principal, String action, String resource) {

        static Asking of(Principal principal, Access access) {
            return new Asking(principal, access.action(), access.resource());
        }
    }

    /// @param whole the sandbox as it is: as long as it is the same, so is IAM
    /// @param snapshot of all that policies follow from
    /// @param find the policies of a principal
    Standing(Object whole, Object snapshot, Function<Principal, Policies> find) {
        this(whole, snapshot, find, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    private Standing(
            Object whole,
            Object snapshot,
            Function<Principal, Policies> find,
            Map<Principal, Policies> policies,
            Map<Asking, String> allowed) {
        this.whole = whole;
        this.snapshot = snapshot;
        this.find = find;
        this.policies = policies;
        this.allowed = allowed;
    }

    /// The same while the sandbox is another, in which IAM is not.
    Standing in(Object otherWhole) {
        return new Standing(otherWhole, snapshot, find, policies, allowed);
    }

    boolean isOf(Object otherWhole) {
        return whole.equals(otherWhole);
    }

    boolean follows(Object otherSnapshot) {
        return snapshot.equals(otherSnapshot);
    }

    Policies policies(Principal principal) {
        if (policies.size() > MOST_KEPT) {
            policies.clear();
        }
        return policies.computeIfAbsent(principal, find);
    }

    /// Why a principal may do something, if that was remembered. What a resource's own policy says
    /// never is.
    Optional<String> known(Principal principal, Access access) {
        return access.guard().isPresent()
                ? Optional.empty()
                : Optional.ofNullable(allowed.get(Asking.of(principal, access)));
    }

    /// Notes that a principal may do something, and that no condition was tested.
    void remember(Principal principal, Access access, String why) {
        if (access.guard().isPresent()) {
            return;
        }
        if (allowed.size() > MOST_KEPT) {
            allowed.clear();
        }
        allowed.put(Asking.of(principal, access), why);
    }
}
