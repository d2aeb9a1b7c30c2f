package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.Template.Wildcards;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What an ARN operator compares with: each of the six parts is checked on its own. Parts that are
/// left out are any.
///
/// Source: [Amazon Resource Name (ARN) condition
/// operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN)
final class ArnPattern {

    private static final int PARTS = 6;

    private final List<Template> parts;

    private ArnPattern(List<Template> parts) {
        this.parts = List.copyOf(parts);
    }

    static ArnPattern of(String text, LanguageVersion version) {
        var parts = new ArrayList<Template>();
        for (var part : padded(text, version)) {
            parts.add(Template.of(part, version, Wildcards.FREE));
        }
        return new ArnPattern(parts);
    }

    /// @return empty if a policy variable has no value
    Optional<Boolean> matches(String found, RequestContext context) {
        var values = found.split(":", PARTS);
        if (values.length < PARTS) {
            return Optional.of(false);
        }
        boolean all = true;
        for (int i = 0; i < PARTS; i++) {
            var fits = parts.get(i).matches(values[i], context);
            if (fits.isEmpty()) {
                return fits;
            }
            all &= fits.get();
        }
        return Optional.of(all);
    }

    List<ContextKey> keys() {
        return parts.stream().flatMap(part -> part.keys().stream()).toList();
    }

    /// The six parts of an ARN in a policy, those left out as `*`. Colons in variables do not part.
    static List<String> padded(String text, LanguageVersion version) {
        var parts = new ArrayList<>(split(text, version));
        if (parts.size() < PARTS) {
            parts.addAll(Collections.nCopies(PARTS - parts.size(), "*"));
        }
        return parts;
    }

    /// The parts of an ARN in a policy, at most six.
    static List<String> split(String text, LanguageVersion version) {
        var parts = new ArrayList<String>();
        int begin = 0;
        int at = 0;
        while (at < text.length() && parts.size() < PARTS - 1) {
            int end = version.knowsVariables() ? Template.endOfVariable(text, at) : at;
            if (end > at) {
                at = end;
            } else if (text.charAt(at++) == ':') {
                parts.add(text.substring(begin, at - 1));
                begin = at;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }
}
