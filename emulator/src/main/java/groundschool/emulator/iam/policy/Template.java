package groundschool.emulator.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A text of a policy, in which there may be wildcards and policy variables, cut up once.
///
/// What a variable stands for is taken literally, wildcards and all.
///
/// Source: [Variables and
/// tags](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html)
final class Template {

    /// What `*` and `?` are.
    enum Wildcards {
        /// Characters like others.
        NONE,
        /// Wildcards that match any character.
        FREE,
        /// Wildcards of an ARN: within its first five parts they match no colon, unless a `*` ends
        /// its part.
        ///
        /// Source: "If the * wildcard is the last character of a resource ARN segment, it can
        /// expand to match beyond the colon boundaries", in
        /// [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html)
        ARN
    }

    private static final int COLONS_BEFORE_RESOURCE = 5;

    /// The first variable among the tokens; the next ones are smaller by one each.
    private static final int FIRST_VARIABLE = -10;

    private final int[] tokens;
    private final List<Variable> variables;

    /// The pattern with variables that could be anything: what it does not match need not be
    /// resolved.
    private final Glob outline;

    private Template(int[] tokens, List<Variable> variables) {
        this.tokens = tokens;
        this.variables = List.copyOf(variables);
        this.outline =
                new Glob(
                        IntStream.of(tokens)
                                .map(token -> token > FIRST_VARIABLE ? token : Glob.ANY)
                                .toArray());
    }

    static Template of(String text, LanguageVersion version, Wildcards wildcards) {
        var tokens = IntStream.builder();
        var variables = new ArrayList<Variable>();
        int colons = 0;
        int at = 0;
        while (at < text.length()) {
            int end = version.knowsVariables() ? endOfVariable(text, at) : at;
            if (end > at) {
                tokens.add(variable(text.substring(at + 2, end - 1), variables));
                at = end;
                continue;
            }
            char c = text.charAt(at++);
            colons += c == ':' ? 1 : 0;
            boolean ends = at == text.length() || text.charAt(at) == ':';
            boolean bounded = wildcards == Wildcards.ARN && colons < COLONS_BEFORE_RESOURCE;
            if (wildcards != Wildcards.NONE && c == '*') {
                tokens.add(bounded && !ends ? Glob.ANY_IN_SEGMENT : Glob.ANY);
            } else if (wildcards != Wildcards.NONE && c == '?') {
                tokens.add(bounded ? Glob.ONE_IN_SEGMENT : Glob.ONE);
            } else {
                tokens.add(c);
            }
        }
        return new Template(tokens.build().toArray(), variables);
    }

    /// Where the variable that begins at `at` ends, or `at` if none does.
    static int endOfVariable(String text, int at) {
        if (!text.startsWith("${", at)) {
            return at;
        }
        int close = text.indexOf('}', at + 2);
        return close > at + 2 ? close + 1 : at;
    }

    /// @param unresolved the answer if a variable has no value
    boolean matches(String found, RequestContext context, boolean unresolved) {
        if (variables.isEmpty()) {
            return outline.matches(found);
        }
        boolean worthwhile = unresolved || outline.matches(found);
        return worthwhile && matches(found, context).orElse(unresolved);
    }

    /// For a template without variables.
    boolean matchesFixed(String found) {
        return outline.matches(found);
    }

    /// @return empty if a variable has no value, so that nothing can match
    Optional<Boolean> matches(String found, RequestContext context) {
        if (variables.isEmpty()) {
            return Optional.of(outline.matches(found));
        }
        return resolved(context).map(resolved -> Glob.matches(resolved, 0, found));
    }

    /// For a template without wildcards.
    Optional<Boolean> equalsIgnoringCase(String found, RequestContext context) {
        return resolved(context).map(Glob::head).map(found::equalsIgnoreCase);
    }

    /// The keys that its variables name.
    List<ContextKey> keys() {
        return variables.stream().map(Variable::key).toList();
    }

    private Optional<int[]> resolved(RequestContext context) {
        var values = new String[variables.size()];
        int length = tokens.length - values.length;
        for (int i = 0; i < values.length; i++) {
            var value = variables.get(i).value(context);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values[i] = value.get();
            length += values[i].length();
        }
        var resolved = new int[length];
        int at = 0;
        for (int token : tokens) {
            if (token > FIRST_VARIABLE) {
                resolved[at++] = token;
                continue;
            }
            var value = values[FIRST_VARIABLE - token];
            for (int i = 0; i < value.length(); i++) {
                resolved[at++] = value.charAt(i);
            }
        }
        return Optional.of(resolved);
    }

    /// @return its token
    private static int variable(String inside, List<Variable> variables) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            return inside.charAt(0);
        }
        variables.add(Variable.of(inside));
        return FIRST_VARIABLE - variables.size() + 1;
    }

    /// A variable in a policy.
    ///
    /// @param otherwise its value if the request does not have the key
    private record Variable(ContextKey key, Optional<String> otherwise) {

        static Variable of(String inside) {
            int comma = inside.indexOf(',');
            if (comma < 0) {
                return new Variable(ContextKey.of(inside.strip()), Optional.empty());
            }
            var otherwise = inside.substring(comma + 1).strip();
            boolean quoted =
                    otherwise.length() >= 2 && otherwise.startsWith("'") && otherwise.endsWith("'");
            return new Variable(
                    ContextKey.of(inside.substring(0, comma).strip()),
                    quoted
                            ? Optional.of(otherwise.substring(1, otherwise.length() - 1))
                            : Optional.empty());
        }

        /// Only a key with one value can stand in for a variable.
        ///
        /// Source: [Single-valued vs. multivalued context
        /// keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html)
        Optional<String> value(RequestContext context) {
            var values = context.found(key);
            if (values.size() == 1) {
                return Optional.of(values.getFirst());
            }
            return values.isEmpty() ? otherwise : Optional.empty();
        }
    }
}
