package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.Trace.ConditionTrace;
import groundschool.emulator.iam.policy.Trace.Element;
import groundschool.emulator.iam.policy.Trace.Mismatch;
import groundschool.emulator.iam.policy.Trace.PolicyTrace;
import groundschool.emulator.iam.policy.Trace.StatementTrace;
import groundschool.emulator.iam.policy.Verdict.ImplicitlyDenied;
import java.util.ArrayList;
import java.util.List;

/// Goes through policies once more, to say of every statement why it applies or not.
final class Tracer {

    private final Asked asked;

    Tracer(Asked asked) {
        this.asked = asked;
    }

    PolicyTrace trace(PolicyType type, AttachedPolicy attached) {
        var statements = new ArrayList<StatementTrace>();
        for (var statement : attached.policy().statements()) {
            statements.add(trace(statements.size() + 1, statement));
        }
        return new PolicyTrace(
                type,
                attached.origin(),
                attached.name(),
                attached.arn(),
                has(Effect.ALLOW, statements),
                has(Effect.DENY, statements),
                statements);
    }

    /// The type that AWS names, and the others that had to allow as well.
    static List<PolicyType> missing(Decision decision) {
        if (!(decision.verdict() instanceof ImplicitlyDenied(var first))) {
            return List.of();
        }
        var missing = new ArrayList<>(List.of(first));
        var findings = Findings.of(Asked.of(decision.question()), decision.policies());
        for (var finding : findings.inOrder()) {
            boolean later = finding.type().compareTo(first) > 0;
            if (later && !finding.allowsAny() && isNeeded(finding, decision)) {
                missing.add(finding.type());
            }
        }
        return missing;
    }

    private static boolean isNeeded(Finding finding, Decision decision) {
        var question = decision.question();
        return switch (finding.type()) {
            case RESOURCE, TRUST ->
                    question.crossesAccounts()
                            || decision.policies().resource().stream()
                                    .anyMatch(ResourcePolicy::mustAllow);
            case IDENTITY ->
                    question.requester().accountId().isPresent()
                            && !(question.requester() instanceof Requester.Root);
            case SERVICE_CONTROL, BOUNDARY, SESSION -> finding.present();
        };
    }

    private static boolean has(Effect effect, List<StatementTrace> statements) {
        return statements.stream()
                .anyMatch(statement -> statement.applies() && statement.effect() == effect);
    }

    private StatementTrace trace(int number, Statement statement) {
        var conditions =
                statement.conditions().stream()
                        .map(condition -> trace(condition, statement.effect()))
                        .toList();
        var mismatches = new ArrayList<Mismatch>();
        addAction(statement, mismatches);
        addResource(statement, mismatches);
        addPrincipal(statement, mismatches);
        conditions.stream()
                .filter(condition -> !condition.holds())
                .map(Tracer::mismatch)
                .forEach(mismatches::add);
        return new StatementTrace(
                number,
                statement.sid().orElse(""),
                statement.effect(),
                statement.span(),
                mismatches.isEmpty(),
                mismatches,
                conditions);
    }

    private void addAction(Statement statement, List<Mismatch> mismatches) {
        var actions = statement.actions();
        if (!actions.match(asked)) {
            mismatches.add(
                    plain(
                            actions.negated() ? "NotAction" : "Action",
                            actions.patterns(),
                            asked.question().action()));
        }
    }

    private void addResource(Statement statement, List<Mismatch> mismatches) {
        statement
                .resources()
                .filter(_ -> !statement.matchesResource(asked))
                .ifPresent(resources ->
                        mismatches.add(
                                plain(
                                        resources.negated() ? "NotResource" : "Resource",
                                        resources.patterns(),
                                        asked.resource())));
    }

    private void addPrincipal(Statement statement, List<Mismatch> mismatches) {
        var match = PrincipalMatcher.match(statement.principals(), asked, statement.effect());
        if (match == PrincipalMatch.NONE) {
            var label =
                    statement.principals() instanceof Principals.AllBut
                            ? "NotPrincipal"
                            : "Principal";
            mismatches.add(
                    plain(
                            label,
                            statement.principals().names().stream()
                                    .map(NamedPrincipal::text)
                                    .toList(),
                            asked.requester().arn()));
        }
    }

    private ConditionTrace trace(Condition condition, Effect effect) {
        return new ConditionTrace(
                condition.operator().name(),
                condition.key().name(),
                condition.values(),
                asked.context().found(condition.key()),
                condition.holds(effect, asked.context()));
    }

    private static Mismatch mismatch(ConditionTrace condition) {
        return new Mismatch(
                new Element.OfCondition(condition.operator(), condition.key()),
                condition.wanted(),
                condition.found());
    }

    private static Mismatch plain(String label, List<String> wanted, String found) {
        return new Mismatch(new Element.Plain(label), wanted, List.of(found));
    }
}
