package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.Requester.FederatedIdentity;
import groundschool.emulator.iam.policy.Requester.FederatedUser;
import groundschool.emulator.iam.policy.Requester.RoleSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells how closely statements name whoever asks.
final class PrincipalMatcher {

    private static final ContextKey USER_ID = ContextKey.of("aws:userid");

    private PrincipalMatcher() {}

    /// How closely the statement names the requester.
    static PrincipalMatch match(Principals principals, Asked asked, Effect effect) {
        return switch (principals) {
            case Principals.Attached _ -> PrincipalMatch.DIRECT;
            case Principals.Only(var names) -> closest(names, asked);
            case Principals.AllBut(var names) ->
                    isLeftOut(names, asked, effect) ? PrincipalMatch.NONE : PrincipalMatch.DIRECT;
        };
    }

    private static PrincipalMatch closest(List<NamedPrincipal> names, Asked asked) {
        var closest = PrincipalMatch.NONE;
        for (var name : names) {
            closest = closest.or(match(name, asked));
        }
        return closest;
    }

    private static boolean isLeftOut(List<NamedPrincipal> names, Asked asked, Effect effect) {
        if (effect == Effect.ALLOW) {
            return closest(names, asked) != PrincipalMatch.NONE;
        }
        var wanted = new ArrayList<PrincipalMatch>(List.of(PrincipalMatch.DIRECT));
        var requester = asked.requester();
        if (requester instanceof RoleSession
                || (requester instanceof FederatedUser user && !user.issuedByRoot())) {
            wanted.add(PrincipalMatch.ORIGIN);
        }
        if (requester.accountId().isPresent() && !(requester instanceof Requester.Root)) {
            wanted.add(PrincipalMatch.ACCOUNT);
        }
        return names.contains(new NamedPrincipal.Everyone())
                || wanted.stream()
                        .allMatch(match ->
                                names.stream().anyMatch(name -> match(name, asked) == match));
    }

    /// How closely a name fits the requester.
    private static PrincipalMatch match(NamedPrincipal principal, Asked asked) {
        var requester = asked.requester();
        return switch (principal) {
            case NamedPrincipal.Everyone _ -> PrincipalMatch.DIRECT;
            case NamedPrincipal.Account(var account, _) -> matchAccount(account, requester);
            case NamedPrincipal.Arn(var arn) -> matchArn(arn, requester);
            case NamedPrincipal.UniqueId(var id) -> matchId(id, asked);
            case NamedPrincipal.Service(var name) ->
                    direct(
                            requester instanceof Requester.Service(var service)
                                    && (name.equals(service) || name.equals("*")));
            case NamedPrincipal.Federated(var provider) -> matchProvider(provider, requester);
            case NamedPrincipal.CanonicalUser(var id) ->
                    asked.question().canonicalUser().equals(Optional.of(id))
                            ? PrincipalMatch.ACCOUNT
                            : PrincipalMatch.NONE;
        };
    }

    private static PrincipalMatch matchAccount(String account, Requester requester) {
        if (!requester.accountId().equals(Optional.of(account))) {
            return PrincipalMatch.NONE;
        }
        return requester instanceof Requester.Root ? PrincipalMatch.DIRECT : PrincipalMatch.ACCOUNT;
    }

    private static PrincipalMatch matchArn(String arn, Requester requester) {
        boolean origin =
                (requester instanceof RoleSession session && session.roleArn().equals(arn))
                        || (requester instanceof FederatedUser user
                                && user.issuerArn().equals(arn));
        return origin ? PrincipalMatch.ORIGIN : direct(requester.arn().equals(arn));
    }

    /// By `aws:userid`, which is `id` for a user and `id:session` for a session of a role.
    private static PrincipalMatch matchId(String id, Asked asked) {
        for (var found : asked.context().found(USER_ID)) {
            if (found.equals(id)) {
                return PrincipalMatch.DIRECT;
            }
            if (found.startsWith(id + ":")) {
                return PrincipalMatch.ORIGIN;
            }
        }
        return PrincipalMatch.NONE;
    }

    private static PrincipalMatch matchProvider(String provider, Requester requester) {
        boolean session =
                requester instanceof RoleSession role
                        && role.provider().equals(Optional.of(provider));
        return session
                ? PrincipalMatch.ORIGIN
                : direct(
                        requester instanceof FederatedIdentity identity
                                && identity.provider().equals(provider));
    }

    private static PrincipalMatch direct(boolean matches) {
        return matches ? PrincipalMatch.DIRECT : PrincipalMatch.NONE;
    }
}
