package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.Template.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The resources that a statement is about, or with `NotResource` those that it is not about: ARNs
/// with wildcards and policy variables, or `*`. Parts of an ARN that are left out are any.
///
/// A resource with a variable that has no value matches nothing, and in `NotResource` never helps
/// an `Allow`.
///
/// Source:
/// [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html),
/// [NotResource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html)
public final class Resources {

    private final boolean negated;
    private final List<String> patterns;
    private final Template[] templates;

    /// @param patterns such as `arn:aws:s3:::books/${aws:username}/*`
    public Resources(boolean negated, List<String> patterns, LanguageVersion version) {
        this.negated = negated;
        this.patterns = List.copyOf(patterns);
        this.templates =
                patterns.stream()
                        .flatMap(Resources::readings)
                        .map(reading -> Template.of(reading, version, Wildcards.ARN))
                        .toArray(Template[]::new);
    }

    /// Whether it is `NotResource`.
    public boolean negated() {
        return negated;
    }

    /// As the policy has them.
    public List<String> patterns() {
        return patterns;
    }

    /// The context keys that its variables name.
    List<ContextKey> variables() {
        var keys = new ArrayList<ContextKey>();
        for (var template : templates) {
            keys.addAll(template.keys());
        }
        return keys;
    }

    boolean match(Asked asked, Effect effect) {
        boolean unclear = negated && effect == Effect.ALLOW;
        for (var template : templates) {
            if (template.matches(asked.resource(), asked.context(), unclear)) {
                return !negated;
            }
        }
        return negated;
    }

    /// An ARN as it is written, and with `*` for the parts that are left out: the first because a
    /// `*` may run on beyond its part, the second because that is how AWS names such an ARN in
    /// messages.
    private static Stream<String> readings(String pattern) {
        var padded = ArnPattern.padded(pattern, LanguageVersion.V2012_10_17);
        return pattern.equals("*")
                ? Stream.of(pattern)
                : Stream.of(pattern, String.join(":", padded)).distinct();
    }
}
