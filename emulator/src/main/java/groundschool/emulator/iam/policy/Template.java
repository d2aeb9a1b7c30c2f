package groundschool.emulator.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /// A part of a template.
    sealed interface Piece {
        record Token(int token) implements Piece {}

        record Variable(ContextKey key, Optional<String> otherwise) implements Piece {}
    }

    private static final int COLONS_BEFORE_RESOURCE = 5;

    private final List<Piece> pieces;
    private final boolean isFixed;
    private final Glob glob;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.isFixed = pieces.stream().allMatch(piece -> piece instanceof Piece.Token);
        this.glob = new Glob(tokens(pieces, RequestContext.EMPTY));
    }

    static Template of(String text, LanguageVersion version, Wildcards wildcards) {
        var pieces = new ArrayList<Piece>();
        int colons = 0;
        int at = 0;
        while (at < text.length()) {
            int end = version.knowsVariables() ? endOfVariable(text, at) : at;
            if (end > at) {
                pieces.add(variable(text.substring(at + 2, end - 1)));
                at = end;
                continue;
            }
            char c = text.charAt(at++);
            colons += c == ':' ? 1 : 0;
            boolean ends = at == text.length() || text.charAt(at) == ':';
            boolean bounded = wildcards == Wildcards.ARN && colons < COLONS_BEFORE_RESOURCE;
            if (wildcards == Wildcards.NONE) {
                pieces.add(new Piece.Token(c));
            } else if (c == '*') {
                pieces.add(new Piece.Token(bounded && !ends ? Glob.ANY_IN_SEGMENT : Glob.ANY));
            } else if (c == '?') {
                pieces.add(new Piece.Token(bounded ? Glob.ONE_IN_SEGMENT : Glob.ONE));
            } else {
                pieces.add(new Piece.Token(c));
            }
        }
        return new Template(pieces);
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
        return isFixed ? matchesFixed(found) : matches(found, context).orElse(unresolved);
    }

    /// For a template without variables.
    boolean matchesFixed(String found) {
        return glob.matches(found);
    }

    /// @return empty if a variable has no value, so that nothing can match
    Optional<Boolean> matches(String found, RequestContext context) {
        return isFixed
                ? Optional.of(glob.matches(found))
                : resolved(context).map(it -> it.matches(found));
    }

    Optional<Boolean> equalsIgnoringCase(String found, RequestContext context) {
        return resolves(context)
                ? Optional.of(plain(context).equalsIgnoreCase(found))
                : Optional.empty();
    }

    /// The keys that its variables name.
    List<ContextKey> keys() {
        var keys = new ArrayList<ContextKey>();
        for (var piece : pieces) {
            if (piece instanceof Piece.Variable(var key, _)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private Optional<Glob> resolved(RequestContext context) {
        return resolves(context)
                ? Optional.of(new Glob(tokens(pieces, context)))
                : Optional.empty();
    }

    private boolean resolves(RequestContext context) {
        for (var piece : pieces) {
            if (piece instanceof Piece.Variable variable && value(variable, context).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private String plain(RequestContext context) {
        var text = new StringBuilder();
        for (var token : tokens(pieces, context)) {
            text.append((char) token);
        }
        return text.toString();
    }

    private static int[] tokens(List<Piece> pieces, RequestContext context) {
        var tokens = new ArrayList<Integer>();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Token(var token) -> tokens.add(token);
                case Piece.Variable variable ->
                        value(variable, context).orElse("").chars().forEach(tokens::add);
            }
        }
        return tokens.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Only a key with one value can stand in for a variable.
    ///
    /// Source: [Single-valued vs. multivalued context
    /// keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html)
    private static Optional<String> value(Piece.Variable variable, RequestContext context) {
        var values = context.found(variable.key());
        if (values.size() == 1) {
            return Optional.of(values.getFirst());
        }
        return values.isEmpty() ? variable.otherwise() : Optional.empty();
    }

    private static Piece variable(String inside) {
        if (inside.equals("*") || inside.equals("?") || inside.equals("$")) {
            return new Piece.Token(inside.charAt(0));
        }
        int comma = inside.indexOf(',');
        if (comma < 0) {
            return new Piece.Variable(ContextKey.of(inside.strip()), Optional.empty());
        }
        var otherwise = inside.substring(comma + 1).strip();
        boolean quoted =
                otherwise.length() >= 2 && otherwise.startsWith("'") && otherwise.endsWith("'");
        return new Piece.Variable(
                ContextKey.of(inside.substring(0, comma).strip()),
                quoted
                        ? Optional.of(otherwise.substring(1, otherwise.length() - 1))
                        : Optional.empty());
    }
}
