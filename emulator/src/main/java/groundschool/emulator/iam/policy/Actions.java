package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.Template.Wildcards;
import java.util.List;
import java.util.Locale;

/// The actions that a statement is about, or with `NotAction` those that it is not about. Case does
/// not matter; `*` and `?` are wildcards.
///
/// Source:
/// [Action](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html),
/// [NotAction](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html)
public final class Actions {

    private final boolean negated;
    private final List<String> patterns;
    private final Template[] templates;

    /// @param patterns such as `dynamodb:Get*`
    public Actions(boolean negated, List<String> patterns) {
        this.negated = negated;
        this.patterns = List.copyOf(patterns);
        this.templates =
                patterns.stream()
                        .map(pattern -> pattern.toLowerCase(Locale.ROOT))
                        .map(pattern ->
                                Template.of(pattern, LanguageVersion.V2008_10_17, Wildcards.FREE))
                        .toArray(Template[]::new);
    }

    /// Whether it is `NotAction`.
    public boolean negated() {
        return negated;
    }

    /// As the policy has them.
    public List<String> patterns() {
        return patterns;
    }

    boolean match(Asked asked) {
        for (var template : templates) {
            if (template.matchesFixed(asked.foldedAction())) {
                return !negated;
            }
        }
        return negated;
    }
}
