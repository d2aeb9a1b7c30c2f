package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.PolicyNode.Fields;
import java.util.Optional;

/// Makes a policy of the text of a document.
final class PolicyReader {

    private final DocumentKind kind;
    private final LanguageVersion version;

    private PolicyReader(DocumentKind kind, LanguageVersion version) {
        this.kind = kind;
        this.version = version;
    }

    static Policy read(DocumentKind kind, String text) {
        var grammar = Grammar.of(kind);
        var json = PolicyJson.read(text).orElseThrow(grammar.faults()::notJson);
        var root = new ShapeCheck(grammar.faults()).check(json);
        grammar.check(root);
        var version = Statements.version(root);
        var reader = new PolicyReader(kind, version);
        return new Policy(
                kind,
                version,
                root.texts("Id").stream().findFirst(),
                Statements.of(root).stream().map(reader::statement).toList());
    }

    private Statement statement(Fields statement) {
        var effect =
                statement.texts("Effect").contains(Effect.DENY.word()) ? Effect.DENY : Effect.ALLOW;
        return new Statement(
                statement.texts("Sid").stream().findFirst(),
                effect,
                kind.namesPrincipals()
                        ? PrincipalReader.read(statement)
                        : new Principals.Attached(),
                new Actions(statement.has("NotAction"), Statements.actions(statement)),
                resources(statement),
                Statements.conditions(statement).stream().map(this::condition).toList(),
                statement.span());
    }

    private Optional<Resources> resources(Fields statement) {
        return kind == DocumentKind.TRUST
                ? Optional.empty()
                : Optional.of(
                        new Resources(
                                statement.has("NotResource"),
                                Statements.resources(statement),
                                version));
    }

    private Condition condition(Statements.RawCondition raw) {
        return new Condition(raw.operator(), ContextKey.of(raw.key()), raw.values(), version);
    }
}
