package groundschool.emulator.iam.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// The context keys that policies ask for, in conditions and as policy variables.
///
/// Source:
/// [GetContextKeysForCustomPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html)
public final class ContextKeys {

    private ContextKeys() {}

    /// Every key once, as it is spelled first, in the order of the policies.
    public static List<String> namedBy(Collection<Policy> policies) {
        var names = new LinkedHashMap<String, String>();
        for (var policy : policies) {
            for (var statement : policy.statements()) {
                keys(statement).forEach(key -> names.putIfAbsent(key.folded(), key.name()));
            }
        }
        return List.copyOf(names.values());
    }

    /// Those of them that a request does not have: the simulator's `MissingContextValues`.
    ///
    /// Source:
    /// [EvaluationResult](https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html)
    public static List<String> missing(Collection<Policy> policies, RequestContext context) {
        return namedBy(policies).stream()
                .filter(name -> context.found(ContextKey.of(name)).isEmpty())
                .toList();
    }

    private static List<ContextKey> keys(Statement statement) {
        var keys = new ArrayList<ContextKey>();
        statement.resources().ifPresent(resources -> keys.addAll(resources.variables()));
        for (var condition : statement.conditions()) {
            keys.add(condition.key());
            keys.addAll(condition.variables());
        }
        return keys;
    }
}
