package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.Verdict.Allowed;
import groundschool.emulator.iam.policy.Verdict.ExplicitlyDenied;
import groundschool.emulator.iam.policy.Verdict.ImplicitlyDenied;
import java.util.Optional;

/// The answer to a question, and all that can be said about it. What takes time to say is worked
/// out when it is asked for.
///
/// Source: [Policy evaluation
/// logic](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html)
public record Decision(Question question, Policies policies, Verdict verdict) {

    public boolean allowed() {
        return verdict instanceof Allowed;
    }

    public boolean explicitlyDenied() {
        return verdict instanceof ExplicitlyDenied;
    }

    /// What AWS tells the client, such as `User: … is not authorized to perform: … on resource: …
    /// because no identity-based policy allows the … action`; empty if allowed. Some services say
    /// less.
    ///
    /// Source: [Troubleshoot access denied error
    /// messages](https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html)
    public Optional<String> clientMessage() {
        return tail().map(tail ->
                "User: %s is not authorized to perform: %s on resource: %s %s"
                        .formatted(
                                question.requester().arn(),
                                question.action(),
                                question.resource(),
                                tail));
    }

    /// The end of that message, which says why; empty if allowed. A policy that has an ARN is
    /// named, as AWS does since 2026; not so session policies, of which no such message was found.
    ///
    /// Source: the same page; the form with an ARN from [Troubleshoot access denied error messages
    /// with authorization
    /// ID](https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied-authorization-id.html)
    public Optional<String> tail() {
        return switch (verdict) {
            case Allowed _ -> Optional.empty();
            case ExplicitlyDenied(var type, var policy, _) ->
                    Optional.of(
                            "with an explicit deny in %s%s"
                                    .formatted(
                                            type.withArticle(),
                                            policy.arn()
                                                    .filter(_ -> type != PolicyType.SESSION)
                                                    .map(arn -> ": " + arn)
                                                    .orElse("")));
            case ImplicitlyDenied(var missing) ->
                    Optional.of(
                            "because no %s allows the %s action"
                                    .formatted(missing.words(), question.action()));
        };
    }

    /// What the IAM simulator calls it: `allowed`, `explicitDeny` or `implicitDeny`.
    ///
    /// Source:
    /// [EvaluationResult](https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html)
    public String evalDecision() {
        return switch (verdict) {
            case Allowed _ -> "allowed";
            case ExplicitlyDenied _ -> "explicitDeny";
            case ImplicitlyDenied _ -> "implicitDeny";
        };
    }

    /// The reason, for people.
    public String why() {
        return switch (verdict) {
            case Allowed(var grant) -> grant.sentence();
            case ExplicitlyDenied _, ImplicitlyDenied _ -> clientMessage().orElseThrow();
        };
    }

    /// What every policy and every statement had to do with it.
    public Trace trace() {
        return Trace.of(this);
    }

    /// What STS DecodeAuthorizationMessage makes of it.
    public AuthorizationMessage authorizationMessage() {
        return AuthorizationMessage.of(this);
    }
}
