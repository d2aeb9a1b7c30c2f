package groundschool.emulator.iam.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is behind the encoded message of a refusal: the JSON that STS decodes it to, as records
/// that render member by member.
///
/// Source:
/// [DecodeAuthorizationMessage](https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html)
/// says what it is about; its members are as OpenShift's engineers printed it in their notes on
/// credentials that are denied `ec2:RunInstances`. `principalGroups` and `failures` were empty
/// there, and are here.
///
/// @param matchedStatements those that deny, or if none does, none
public record AuthorizationMessage(
        boolean allowed,
        boolean explicitDeny,
        Items<MatchedStatement> matchedStatements,
        Items<String> failures,
        Context context) {

    /// How the message has every list.
    public record Items<T>(List<T> items) {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// A text in a list.
    public record Value(String value) {}

    /// A statement that decided.
    ///
    /// @param statementId its Sid, blank if it has none
    /// @param effect `DENY` or `ALLOW`
    public record MatchedStatement(
            String statementId,
            String effect,
            Items<Value> principals,
            Items<Value> principalGroups,
            Items<Value> actions,
            Items<Value> resources,
            Items<KeyAndValues> conditions) {}

    /// A condition, or a key of the request.
    public record KeyAndValues(String key, Items<Value> values) {}

    /// Who asked.
    ///
    /// @param id `aws:userid`, blank if the request had none
    public record PrincipalOf(String id, String arn) {}

    /// What was asked.
    public record Context(
            PrincipalOf principal,
            String action,
            String resource,
            Items<KeyAndValues> conditions) {}

    static AuthorizationMessage of(Decision decision) {
        var question = decision.question();
        var id =
                question.context().found(ContextKey.of("aws:userid")).stream()
                        .findFirst()
                        .orElse("");
        return new AuthorizationMessage(
                decision.allowed(),
                decision.explicitlyDenied(),
                new Items<>(matched(decision, id)),
                new Items<>(List.of()),
                new Context(
                        new PrincipalOf(id, question.requester().arn()),
                        question.action(),
                        question.resource(),
                        new Items<>(keys(question.context().values()))));
    }

    private static List<MatchedStatement> matched(Decision decision, String id) {
        return switch (decision.verdict()) {
            case Verdict.ExplicitlyDenied(_, _, var statement) ->
                    List.of(matched(statement, id.split(":", 2)[0]));
            case Verdict.Allowed _, Verdict.ImplicitlyDenied _ -> List.of();
        };
    }

    private static MatchedStatement matched(Statement statement, String principal) {
        var principals = principal.isEmpty() ? List.<String>of() : List.of(principal);
        return new MatchedStatement(
                statement.sid().orElse(""),
                statement.effect().word().toUpperCase(Locale.ROOT),
                values(principals),
                values(List.of()),
                values(statement.actions().patterns()),
                values(statement.resources().map(Resources::patterns).orElse(List.of())),
                new Items<>(
                        statement.conditions().stream()
                                .map(condition ->
                                        new KeyAndValues(
                                                condition.key().name(), values(condition.values())))
                                .toList()));
    }

    private static List<KeyAndValues> keys(Map<String, List<String>> context) {
        return context.entrySet().stream()
                .map(entry -> new KeyAndValues(entry.getKey(), values(entry.getValue())))
                .toList();
    }

    private static Items<Value> values(List<String> texts) {
        return new Items<>(texts.stream().map(Value::new).toList());
    }
}
