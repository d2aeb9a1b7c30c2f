package groundschool.emulator.iam.policy;

import java.util.List;
import java.util.Optional;

/// One statement of a policy.
///
/// Source:
/// [Statement](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html)
///
/// @param resources empty in trust policies, which are about their own role
/// @param conditions all of which have to hold
public record Statement(
        Optional<String> sid,
        Effect effect,
        Principals principals,
        Actions actions,
        Optional<Resources> resources,
        List<Condition> conditions,
        Span span) {

    public Statement {
        conditions = List.copyOf(conditions);
    }

    /// How closely it names the requester, if it applies to the question at all.
    PrincipalMatch match(Asked asked) {
        if (!actions.match(asked) || !matchesResource(asked)) {
            return PrincipalMatch.NONE;
        }
        var match = PrincipalMatcher.match(principals, asked, effect);
        return match != PrincipalMatch.NONE && conditionsHold(asked) ? match : PrincipalMatch.NONE;
    }

    boolean matchesResource(Asked asked) {
        return resources.isEmpty() || resources.get().match(asked, effect);
    }

    private boolean conditionsHold(Asked asked) {
        for (var condition : conditions) {
            if (!condition.holds(effect, asked.context())) {
                return false;
            }
        }
        return true;
    }
}
