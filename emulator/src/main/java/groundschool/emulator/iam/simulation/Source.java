package groundschool.emulator.iam.simulation;

import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.policy.AttachedPolicy;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.Origin;
import groundschool.emulator.iam.policy.Policy;
import groundschool.emulator.iam.policy.Span;
import groundschool.emulator.iam.policy.Trace;
import java.util.ArrayList;
import java.util.List;

/// A policy that takes part in a simulation, and where it came from.
///
/// @param id what the simulator calls it, such as `user_ada_read` or `PolicyInputList.1`
/// @param kind what the simulator calls its kind
/// @param attached under a name of its own among all that take part
/// @param text the document
public record Source(String id, Kind kind, AttachedPolicy attached, String text) {

    /// What the simulator calls a policy's kind. AWS's model has other words than AWS's answers.
    ///
    /// Source: the examples of
    /// [SimulatePrincipalPolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html)
    public enum Kind {
        IAM("IAM Policy"),
        RESOURCE("Resource Policy");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// A policy that comes with the request.
    ///
    /// @throws groundschool.emulator.AwsException if it is none
    public static Source given(String id, Kind kind, DocumentKind documentKind, String text) {
        try {
            var policy = Policy.parse(documentKind, text);
            var origin = kind == Kind.RESOURCE ? Origin.RESOURCE : Origin.NONE;
            return new Source(id, kind, AttachedPolicy.inline(origin, id, policy), text);
        } catch (MalformedPolicyException malformed) {
            throw IamErrors.invalidInput(malformed.text());
        }
    }

    /// Policies that come with the request, numbered from 1.
    ///
    /// @param list the name of the list
    public static List<Source> given(String list, List<String> texts) {
        var sources = new ArrayList<Source>();
        for (var text : texts) {
            sources.add(
                    given(list + "." + (sources.size() + 1), Kind.IAM, DocumentKind.MANAGED, text));
        }
        return sources;
    }

    /// Whether it is the policy of a trace.
    boolean isOf(Trace.PolicyTrace trace) {
        return attached.name().equals(trace.name()) && attached.arn().equals(trace.arn());
    }

    /// A statement of it.
    MatchedStatement matched(Span span) {
        return new MatchedStatement(
                id, kind.word(), Texts.before(text, span.start()), Spot.of(span.end()));
    }
}
