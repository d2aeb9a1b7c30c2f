package groundschool.emulator.iam.policy;

import groundschool.emulator.iam.policy.Requester.FederatedUser;
import groundschool.emulator.iam.policy.Requester.Root;
import groundschool.emulator.iam.policy.Verdict.Allowed;
import groundschool.emulator.iam.policy.Verdict.Grant;
import groundschool.emulator.iam.policy.Verdict.ImplicitlyDenied;
import java.util.Optional;

/// Decides whether policies allow what is asked, in the order of AWS's documentation: a deny
/// anywhere; service control policies; the policy of the resource; identity-based policies; the
/// permissions boundary; session policies.
///
/// Source: [Policy evaluation
/// logic](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html)
/// and its pages, named at each rule
public final class Evaluation {

    private final Question question;
    private final Policies policies;
    private final Findings findings;

    private Evaluation(Question question, Policies policies) {
        this.question = question;
        this.policies = policies;
        this.findings = Findings.of(Asked.of(question), policies);
    }

    /// Decides one question. It takes no lock and keeps nothing.
    public static Decision decide(Question question, Policies policies) {
        return new Decision(question, policies, new Evaluation(question, policies).verdict());
    }

    /// "If the code finds even one explicit deny that applies, the code returns a final decision of
    /// Deny."
    ///
    /// Source: [How AWS enforcement code logic evaluates
    /// requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html)
    private Verdict verdict() {
        var denial = findings.denial();
        if (denial.isPresent()) {
            return denial.get();
        }
        if (question.requester().accountId().isEmpty()) {
            return withoutAccount();
        }
        if (findings.serviceControl().present() && !findings.serviceControl().allowsAny()) {
            return new ImplicitlyDenied(PolicyType.SERVICE_CONTROL);
        }
        return question.crossesAccounts() ? acrossAccounts() : withinAccount();
    }

    /// Services, strangers and those whom an identity provider vouches for have no policies of
    /// their own: whether they may is up to the resource's policy.
    ///
    /// Source: [AWS service
    /// principals](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services)
    private Verdict withoutAccount() {
        return findings.resource().allowsAny()
                ? new Allowed(resourceGrant())
                : new ImplicitlyDenied(findings.resource().type());
    }

    /// Both accounts have to allow: the resource's by the policy of the resource, the requester's
    /// by everything else.
    ///
    /// Source: [Cross-account policy evaluation
    /// logic](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html)
    private Verdict acrossAccounts() {
        if (!findings.resource().allowsAny()) {
            return new ImplicitlyDenied(findings.resource().type());
        }
        if (question.requester() instanceof Root) {
            return new Allowed(Grant.BOTH_ACCOUNTS);
        }
        if (!findings.identity().allowsAny()) {
            return new ImplicitlyDenied(PolicyType.IDENTITY);
        }
        return limit().<Verdict>map(ImplicitlyDenied::new).orElse(new Allowed(Grant.BOTH_ACCOUNTS));
    }

    /// "If an action is allowed by an identity-based policy, a resource-based policy, or both, then
    /// AWS allows the action", but for roles' trust policies and KMS keys' policies, which must
    /// allow too. A resource's policy that names the account leaves it to identity-based policies;
    /// one that names the user or the session itself, or everybody, is not limited by what boundary
    /// and session policies leave out; one that names the session's role is.
    ///
    /// Source: [Policy evaluation for requests within a single
    /// account](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html);
    /// [How AWS enforcement code logic evaluates
    /// requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html),
    /// resource-based policies; [Key
    /// policies](https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html), which
    /// root needs as well
    private Verdict withinAccount() {
        var resource = findings.resource();
        boolean mustAllow = policies.resource().map(ResourcePolicy::mustAllow).orElse(false);
        if (mustAllow && !resource.allowsAny()) {
            return new ImplicitlyDenied(resource.type());
        }
        if (question.requester() instanceof Root) {
            return new Allowed(Grant.ROOT);
        }
        if (resource.allows() == PrincipalMatch.DIRECT) {
            return new Allowed(resourceGrant());
        }
        boolean byResource = resource.allows() == PrincipalMatch.ORIGIN;
        if (!byResource && !findings.identity().allowsAny()) {
            return new ImplicitlyDenied(PolicyType.IDENTITY);
        }
        var grant = byResource ? resourceGrant() : Grant.IDENTITY;
        return limit().<Verdict>map(ImplicitlyDenied::new).orElse(new Allowed(grant));
    }

    /// The first of permissions boundary and session policies that does not allow. A federated
    /// user's session has no permissions without a session policy, a role's is not limited without
    /// one.
    ///
    /// Source: [Permissions
    /// boundaries](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html);
    /// [How AWS enforcement code logic evaluates
    /// requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html),
    /// session policies
    private Optional<PolicyType> limit() {
        if (findings.boundary().present() && !findings.boundary().allowsAny()) {
            return Optional.of(PolicyType.BOUNDARY);
        }
        boolean limited =
                findings.session().present() || question.requester() instanceof FederatedUser;
        return limited && !findings.session().allowsAny()
                ? Optional.of(PolicyType.SESSION)
                : Optional.empty();
    }

    private Grant resourceGrant() {
        return findings.resource().type() == PolicyType.TRUST ? Grant.TRUST : Grant.RESOURCE;
    }
}
