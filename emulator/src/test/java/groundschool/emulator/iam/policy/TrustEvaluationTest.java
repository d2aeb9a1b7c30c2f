package groundschool.emulator.iam.policy;

import static groundschool.emulator.iam.policy.Documents.EMMA;
import static groundschool.emulator.iam.policy.Documents.ROOT;
import static groundschool.emulator.iam.policy.Documents.SESSION;
import static groundschool.emulator.iam.policy.Documents.USER;
import static groundschool.emulator.iam.policy.Documents.allow;
import static groundschool.emulator.iam.policy.Documents.ask;
import static groundschool.emulator.iam.policy.Documents.aws;
import static groundschool.emulator.iam.policy.Documents.inline;
import static groundschool.emulator.iam.policy.Documents.resource;
import static groundschool.emulator.iam.policy.Documents.trust;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.policy.ResourcePolicy.Rule;
import groundschool.emulator.iam.policy.Verdict.Allowed;
import groundschool.emulator.iam.policy.Verdict.Grant;
import groundschool.emulator.iam.policy.Verdict.ImplicitlyDenied;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who may what, where the policy of the resource has to allow: roles and KMS keys; and those who
/// have no policies of their own.
///
/// Source: [How AWS enforcement code logic evaluates
/// requests](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html)
class TrustEvaluationTest {

    private static final String BOOKS = "arn:aws:dynamodb:eu-west-1:123456789012:table/books";
    private static final String GET = "dynamodb:GetItem";
    private static final String ROOT_ARN = "arn:aws:iam::123456789012:root";

    @Test
    void needs_a_key_policy_to_let_the_account_decide() {
        var key = resource(Rule.MUST_ALLOW, allow("kms:*", aws(ROOT_ARN)));
        var mine = Policies.ofIdentity(List.of(inline(allow("kms:Decrypt"))));
        var other = resource(Rule.MUST_ALLOW, allow("kms:*", aws(SESSION)));

        assertThat(decide(USER, "kms:Decrypt", mine.withResource(key)))
                .isEqualTo(new Allowed(Grant.IDENTITY));
        assertThat(decide(USER, "kms:Decrypt", Policies.NONE.withResource(key)))
                .isEqualTo(new ImplicitlyDenied(PolicyType.IDENTITY));
        assertThat(decide(USER, "kms:Decrypt", mine.withResource(other)))
                .isEqualTo(new ImplicitlyDenied(PolicyType.RESOURCE));
        assertThat(decide(ROOT, "kms:Decrypt", mine.withResource(other)))
                .isEqualTo(new ImplicitlyDenied(PolicyType.RESOURCE));
        assertThat(decide(ROOT, "kms:Decrypt", mine.withResource(key)))
                .isEqualTo(new Allowed(Grant.ROOT));
    }

    @Test
    void lets_a_trusted_user_assume_a_role_of_its_account_without_more() {
        var trusting = Policies.NONE.withResource(resource(Rule.TRUSTS, trust(aws(EMMA))));

        assertThat(decide(USER, "sts:AssumeRole", trusting)).isEqualTo(new Allowed(Grant.TRUST));
    }

    @Test
    void leaves_it_to_identities_who_assumes_a_role_that_trusts_the_account() {
        var trusting = Policies.NONE.withResource(resource(Rule.TRUSTS, trust(aws(ROOT_ARN))));
        var may = trusting.withIdentity(List.of(inline(allow("sts:AssumeRole"))));

        assertThat(decide(USER, "sts:AssumeRole", trusting))
                .isEqualTo(new ImplicitlyDenied(PolicyType.IDENTITY));
        assertThat(decide(USER, "sts:AssumeRole", may)).isEqualTo(new Allowed(Grant.IDENTITY));
    }

    @Test
    void refuses_administrators_a_role_that_does_not_trust_them() {
        var administrator =
                Policies.ofIdentity(List.of(inline(allow("*"))))
                        .withResource(
                                resource(
                                        Rule.TRUSTS, trust("{'Service': 'lambda.amazonaws.com'}")));

        assertThat(decide(USER, "sts:AssumeRole", administrator))
                .isEqualTo(new ImplicitlyDenied(PolicyType.TRUST));
    }

    @Test
    void lets_a_service_assume_a_role_that_trusts_it() {
        var trusting =
                Policies.NONE.withResource(
                        resource(Rule.TRUSTS, trust("{'Service': ['lambda.amazonaws.com']}")));

        assertThat(
                        decide(
                                new Requester.Service("lambda.amazonaws.com"),
                                "sts:AssumeRole",
                                trusting))
                .isEqualTo(new Allowed(Grant.TRUST));
        assertThat(decide(new Requester.Service("ec2.amazonaws.com"), "sts:AssumeRole", trusting))
                .isEqualTo(new ImplicitlyDenied(PolicyType.TRUST));
    }

    @Test
    void lets_those_assume_a_role_whom_a_trusted_provider_vouches_for() {
        var trusting =
                Policies.NONE.withResource(
                        resource(
                                Rule.TRUSTS,
                                "{'Effect': 'Allow', 'Principal': {'Federated': 'cognito-identity.amazonaws.com'}, 'Action': 'sts:AssumeRoleWithWebIdentity', 'Condition': {'StringEquals': {'cognito-identity.amazonaws.com:aud': 'eu-west-1:pool'}, 'ForAnyValue:StringLike': {'cognito-identity.amazonaws.com:amr': 'authenticated'}}}"));
        var guest =
                new Requester.FederatedIdentity("cognito-identity.amazonaws.com", "eu-west-1:me");
        var context =
                RequestContext.of(
                        Map.of(
                                "cognito-identity.amazonaws.com:aud", List.of("eu-west-1:pool"),
                                "cognito-identity.amazonaws.com:amr",
                                        List.of("authenticated", "graph.facebook.com")));
        var role = "arn:aws:iam::123456789012:role/reader";
        var action = "sts:AssumeRoleWithWebIdentity";

        assertThat(Evaluation.decide(Question.of(action, role, guest, context), trusting).verdict())
                .isEqualTo(new Allowed(Grant.TRUST));
        assertThat(Evaluation.decide(ask(guest, action, role), trusting).verdict())
                .isEqualTo(new ImplicitlyDenied(PolicyType.TRUST));
    }

    @Test
    void lets_strangers_do_what_a_resource_gives_everybody() {
        var open = Policies.NONE.withResource(resource(allow(GET, "'*'")));

        assertThat(decide(new Requester.Anonymous(), open)).isEqualTo(new Allowed(Grant.RESOURCE));
        assertThat(decide(new Requester.Anonymous(), Policies.NONE))
                .isEqualTo(new ImplicitlyDenied(PolicyType.RESOURCE));
    }

    private static Verdict decide(Requester requester, Policies policies) {
        return decide(requester, GET, policies);
    }

    private static Verdict decide(Requester requester, String action, Policies policies) {
        return Evaluation.decide(ask(requester, action, BOOKS), policies).verdict();
    }
}
