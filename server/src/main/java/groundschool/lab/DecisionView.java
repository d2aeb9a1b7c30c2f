package groundschool.lab;

import groundschool.emulator.iam.DecisionTrace;
import groundschool.emulator.iam.policy.Effect;
import groundschool.emulator.iam.policy.PolicyType;
import groundschool.emulator.iam.policy.Trace;
import java.util.ArrayList;
import java.util.List;

/// How IAM came to a decision, as a page shows it: what each policy had to do with it.
public record DecisionView(DecisionTrace.Asked asked) {

    public String action() {
        return asked.action();
    }

    public String resource() {
        return asked.resource();
    }

    public boolean allowed() {
        return asked.trace().allowed();
    }

    /// The policies that were looked at.
    public List<PolicyView> policies() {
        return asked.trace().policies().stream().map(PolicyView::new).toList();
    }

    /// What would have had to allow and did not, in words; empty if nothing is missing.
    public String missing() {
        return String.join(", ", asked.trace().missing().stream().map(PolicyType::words).toList());
    }

    /// One policy.
    public record PolicyView(Trace.PolicyTrace policy) {

        /// Such as `identity-based policy orders-read`.
        public String name() {
            return policy.type().words() + " " + policy.name();
        }

        public List<StatementView> statements() {
            return policy.statements().stream().map(StatementView::new).toList();
        }
    }

    /// One statement of a policy.
    public record StatementView(Trace.StatementTrace statement) {

        /// Its number, and its Sid if it has one.
        public String name() {
            return statement.sid().isEmpty()
                    ? "Statement " + statement.number()
                    : "Statement %d (%s)".formatted(statement.number(), statement.sid());
        }

        public boolean applies() {
            return statement.applies();
        }

        public boolean denies() {
            return statement.effect() == Effect.DENY;
        }

        /// Why it does not apply.
        public List<String> reasons() {
            var reasons = new ArrayList<String>();
            statement.mismatches().forEach(mismatch -> reasons.add(mismatch.sentence()));
            return reasons;
        }
    }
}
