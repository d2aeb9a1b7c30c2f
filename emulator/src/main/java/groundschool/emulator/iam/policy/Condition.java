package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.ConditionOperator.Comparison;
import groundschool.emulator.iam.policy.ConditionOperator.Known;
import groundschool.emulator.iam.policy.ConditionOperator.Quantifier;
import groundschool.emulator.iam.policy.ConditionOperator.Unknown;
import java.util.List;

/// One condition of a statement: what an operator wants of one key. The conditions of a statement
/// all have to hold.
///
/// - Of several wanted values one has to fit; for a negated operator, none may.
/// - A key that is not there fits nothing, so that only a negated operator holds, or one with
///   `IfExists`, or `ForAllValues`.
/// - `ForAllValues` wants it of every value of the key, `ForAnyValue` of at least one. Without
///   either, a key with several values fits if one of them does: AWS says only that such a key
///   needs a quantifier.
/// - Where a policy variable has no value, AWS says that this "might cause the entire statement to
///   be invalid". Here it fits nothing, and it never makes a negated operator allow.
///
/// Source: [Condition
/// operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html),
/// [Conditions with multiple context keys or
/// values](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html),
/// [Single-valued vs. multivalued context
/// keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html)
public final class Condition {

    private final ConditionOperator operator;
    private final ContextKey key;
    private final List<ConditionValue> values;

    /// @param values what the policy wants
    public Condition(
            ConditionOperator operator,
            ContextKey key,
            List<String> values,
            LanguageVersion version) {
        this.operator = operator;
        this.key = key;
        var comparison =
                operator instanceof Known known ? known.comparison() : Comparison.STRING_EQUALS;
        this.values =
                values.stream()
                        .map(value -> ConditionValue.of(value, comparison, version))
                        .toList();
    }

    public ConditionOperator operator() {
        return operator;
    }

    public ContextKey key() {
        return key;
    }

    /// What the policy wants, as it is written there.
    public List<String> values() {
        return values.stream().map(ConditionValue::text).toList();
    }

    /// The context keys that its values name as policy variables.
    List<ContextKey> variables() {
        return values.stream().flatMap(value -> value.keys().stream()).toList();
    }

    /// @param effect of the statement, because what is unclear must neither allow nor spare a deny
    boolean holds(Effect effect, RequestContext context) {
        return switch (operator) {
            case Unknown _ -> effect == Effect.DENY;
            case Known known -> holds(known, effect, context);
        };
    }

    private boolean holds(Known known, Effect effect, RequestContext context) {
        var found = context.found(key);
        if (known.comparison() == Comparison.NULL) {
            return wantsNull(found.isEmpty());
        }
        boolean missing =
                found.isEmpty() || (known.quantifier() != Quantifier.SINGLE && isBlank(found));
        if (missing) {
            return holdsWithout(known);
        }
        return switch (known.quantifier()) {
            case SINGLE -> known.negated() != fitsAny(found, known, effect, context);
            case FOR_ALL_VALUES -> countsForAll(found, known, effect, context);
            case FOR_ANY_VALUE -> countsForAny(found, known, effect, context);
        };
    }

    private boolean wantsNull(boolean isNull) {
        return values.stream()
                .anyMatch(value -> Boolean.toString(isNull).equalsIgnoreCase(value.text()));
    }

    private static boolean holdsWithout(Known known) {
        return known.ifExists()
                || switch (known.quantifier()) {
                    case SINGLE -> known.negated();
                    case FOR_ALL_VALUES -> true;
                    case FOR_ANY_VALUE -> false;
                };
    }

    /// "If the key values in the request resolve to an empty data set (for example, an empty
    /// string)".
    private static boolean isBlank(List<String> found) {
        return found.stream().allMatch(String::isEmpty);
    }

    private boolean fitsAny(
            List<String> found, Known known, Effect effect, RequestContext context) {
        for (var value : found) {
            if (fits(value, known, effect, context)) {
                return true;
            }
        }
        return false;
    }

    private boolean countsForAll(
            List<String> found, Known known, Effect effect, RequestContext context) {
        for (var value : found) {
            if (known.negated() == fits(value, known, effect, context)) {
                return false;
            }
        }
        return true;
    }

    private boolean countsForAny(
            List<String> found, Known known, Effect effect, RequestContext context) {
        for (var value : found) {
            if (known.negated() != fits(value, known, effect, context)) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(String found, Known known, Effect effect, RequestContext context) {
        boolean unclear = known.negated() && effect == Effect.ALLOW;
        for (var value : values) {
            if (value.fits(found, context).orElse(unclear)) {
                return true;
            }
        }
        return false;
    }
}
