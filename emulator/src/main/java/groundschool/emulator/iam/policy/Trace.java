package groundschool.emulator.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a question was decided, statement by statement, as plain data for a page.
///
/// Source: [Policy evaluation
/// logic](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html)
///
/// @param missing the types of policies that had to allow and did not, the one that AWS names first
public record Trace(
        boolean allowed, String why, List<PolicyTrace> policies, List<PolicyType> missing) {

    public Trace {
        policies = List.copyOf(policies);
        missing = List.copyOf(missing);
    }

    /// One policy.
    ///
    /// @param allows whether a statement in it allows
    /// @param denies whether a statement in it denies
    public record PolicyTrace(
            PolicyType type,
            Origin origin,
            String name,
            Optional<String> arn,
            boolean allows,
            boolean denies,
            List<StatementTrace> statements) {

        public PolicyTrace {
            statements = List.copyOf(statements);
        }
    }

    /// One statement.
    ///
    /// @param number from 1
    /// @param sid empty if it has none
    /// @param applies whether it has a part in the decision
    /// @param mismatches why not
    /// @param conditions all of them, those that hold too
    public record StatementTrace(
            int number,
            String sid,
            Effect effect,
            Span span,
            boolean applies,
            List<Mismatch> mismatches,
            List<ConditionTrace> conditions) {

        public StatementTrace {
            mismatches = List.copyOf(mismatches);
            conditions = List.copyOf(conditions);
        }
    }

    /// What a statement is about that the question is not.
    ///
    /// @param wanted as the policy has it
    /// @param found in the question, nothing if a context key is not there
    public record Mismatch(Element element, List<String> wanted, List<String> found) {

        public Mismatch {
            wanted = List.copyOf(wanted);
            found = List.copyOf(found);
        }

        /// In words.
        public String sentence() {
            var given = found.isEmpty() ? "there is none" : "it is " + String.join(", ", found);
            return "%s wants %s; %s".formatted(element.label(), String.join(", ", wanted), given);
        }
    }

    /// The part of a statement that did not match.
    public sealed interface Element {

        /// As the policy spells it, such as `NotAction`.
        String label();

        /// Action, Resource or Principal, or one with `Not`.
        record Plain(String label) implements Element {}

        /// A condition.
        record OfCondition(String operator, String key) implements Element {
            @Override
            public String label() {
                return "%s %s".formatted(operator, key);
            }
        }
    }

    /// One condition.
    ///
    /// @param found the values of the key, none if it is not there
    public record ConditionTrace(
            String operator, String key, List<String> wanted, List<String> found, boolean holds) {

        public ConditionTrace {
            wanted = List.copyOf(wanted);
            found = List.copyOf(found);
        }

        /// Whether the request does not have the key at all.
        public boolean keyIsMissing() {
            return found.isEmpty();
        }
    }

    static Trace of(Decision decision) {
        var tracer = new Tracer(Asked.of(decision.question()));
        var policies = new ArrayList<PolicyTrace>();
        for (var type : PolicyType.values()) {
            for (var attached : decision.policies().of(type)) {
                policies.add(tracer.trace(type, attached));
            }
        }
        return new Trace(decision.allowed(), decision.why(), policies, Tracer.missing(decision));
    }
}
