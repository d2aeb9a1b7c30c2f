package groundschool.emulator.iam.policy;

import java.util.List;
import java.util.Optional;

/// What the policies of one type say to a question.
///
/// @param type of the policies
/// @param present whether there is any
/// @param allows how closely the requester is named by what allows, `NONE` if nothing does
/// @param denial the first deny
record Finding(
        PolicyType type,
        boolean present,
        PrincipalMatch allows,
        Optional<Verdict.ExplicitlyDenied> denial) {

    static Finding of(PolicyType type, List<AttachedPolicy> policies, Asked asked) {
        var allows = PrincipalMatch.NONE;
        for (var attached : policies) {
            for (var statement : attached.policy().statements()) {
                boolean settled =
                        statement.effect() == Effect.ALLOW && allows == PrincipalMatch.DIRECT;
                if (settled) {
                    continue;
                }
                var match = statement.match(asked);
                if (match == PrincipalMatch.NONE) {
                    continue;
                }
                if (statement.effect() == Effect.DENY) {
                    var denial = new Verdict.ExplicitlyDenied(type, attached, statement);
                    return new Finding(type, true, allows, Optional.of(denial));
                }
                allows = allows.or(match);
            }
        }
        return new Finding(type, !policies.isEmpty(), allows, Optional.empty());
    }

    boolean allowsAny() {
        return allows != PrincipalMatch.NONE;
    }
}
