package groundschool.emulator.iam.policy;

import static groundschool.emulator.iam.policy.Documents.ACCOUNT;
import static groundschool.emulator.iam.policy.Documents.EMMA;
import static groundschool.emulator.iam.policy.Documents.FEDERATED;
import static groundschool.emulator.iam.policy.Documents.FEDERATED_USER;
import static groundschool.emulator.iam.policy.Documents.OTHER_ACCOUNT;
import static groundschool.emulator.iam.policy.Documents.ROLE;
import static groundschool.emulator.iam.policy.Documents.ROLE_SESSION;
import static groundschool.emulator.iam.policy.Documents.ROOT;
import static groundschool.emulator.iam.policy.Documents.SESSION;
import static groundschool.emulator.iam.policy.Documents.USER;
import static groundschool.emulator.iam.policy.Documents.allow;
import static groundschool.emulator.iam.policy.Documents.ask;
import static groundschool.emulator.iam.policy.Documents.aws;
import static groundschool.emulator.iam.policy.Documents.deny;
import static groundschool.emulator.iam.policy.Documents.inline;
import static groundschool.emulator.iam.policy.Documents.managed;
import static groundschool.emulator.iam.policy.Documents.resource;
import static groundschool.emulator.iam.policy.Documents.session;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.iam.policy.Verdict.Allowed;
import groundschool.emulator.iam.policy.Verdict.Grant;
import groundschool.emulator.iam.policy.Verdict.ImplicitlyDenied;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of AWS's pages on [policy evaluation
/// logic](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
class EvaluationTest {

    private static final String BOOKS = "arn:aws:dynamodb:eu-west-1:123456789012:table/books";
    private static final String GET = "dynamodb:GetItem";
    private static final String ROOT_ARN = "arn:aws:iam::123456789012:root";

    private static final Policies READS = Policies.ofIdentity(List.of(inline(allow(GET))));

    @Test
    void refuses_by_default() {
        assertThat(decide(USER, Policies.NONE))
                .isEqualTo(new ImplicitlyDenied(PolicyType.IDENTITY));
    }

    @Test
    void lets_root_do_everything_in_its_account() {
        assertThat(decide(ROOT, Policies.NONE)).isEqualTo(new Allowed(Grant.ROOT));
    }

    @Test
    void refuses_root_what_the_policy_of_a_resource_denies() {
        var denied = Policies.NONE.withResource(resource(deny(GET, "'*'")));

        assertThat(decide(ROOT, denied)).isInstanceOf(Verdict.ExplicitlyDenied.class);
    }

    @Test
    void lets_one_policy_deny_what_all_others_allow() {
        var everything = READS.withBoundary(managed("Most", allow("*")));

        assertThat(decide(USER, everything)).isInstanceOf(Allowed.class);
        assertThat(
                        Stream.of(
                                everything.withIdentity(
                                        List.of(inline(allow("*")), inline(deny(GET)))),
                                everything.withBoundary(managed("Most", allow("*"), deny(GET))),
                                everything.withSession(List.of(session(allow("*"), deny(GET)))),
                                everything.withResource(
                                        resource(allow("*", aws(EMMA)), deny(GET, aws(EMMA)))),
                                everything.withServiceControl(
                                        List.of(managed("FullAWSAccess", allow("*"), deny(GET))))))
                .allSatisfy(policies ->
                        assertThat(decide(USER, policies))
                                .isInstanceOf(Verdict.ExplicitlyDenied.class));
    }

    @Test
    void needs_an_allow_of_every_type_that_limits() {
        assertThat(decide(USER, READS.withBoundary(managed("Most", allow("s3:*")))))
                .isEqualTo(new ImplicitlyDenied(PolicyType.BOUNDARY));
        assertThat(decide(ROLE_SESSION, READS.withSession(List.of(session(allow("s3:*"))))))
                .isEqualTo(new ImplicitlyDenied(PolicyType.SESSION));
        assertThat(decide(USER, READS.withServiceControl(List.of(managed("Some", allow("s3:*"))))))
                .isEqualTo(new ImplicitlyDenied(PolicyType.SERVICE_CONTROL));
    }

    @Test
    void takes_an_allow_of_any_one_session_policy() {
        var two = READS.withSession(List.of(session(allow("s3:*")), session(allow(GET))));

        assertThat(decide(ROLE_SESSION, two)).isEqualTo(new Allowed(Grant.IDENTITY));
    }

    @Test
    void gives_a_boundary_alone_no_permission() {
        var bounded = Policies.NONE.withBoundary(managed("All", allow("*")));

        assertThat(decide(USER, bounded)).isEqualTo(new ImplicitlyDenied(PolicyType.IDENTITY));
    }

    @Test
    void gives_a_federated_user_without_session_policy_no_permission() {
        assertThat(decide(FEDERATED_USER, READS))
                .isEqualTo(new ImplicitlyDenied(PolicyType.SESSION));
        assertThat(decide(FEDERATED_USER, READS.withSession(List.of(session(allow("*"))))))
                .isEqualTo(new Allowed(Grant.IDENTITY));
    }

    /// "Resource-based policies and implicit denies in other policy types (same account)".
    static Stream<Arguments> whom_a_resource_policy_names() {
        var byResource = new Allowed(Grant.RESOURCE);
        var boundary = new ImplicitlyDenied(PolicyType.BOUNDARY);
        var identity = new ImplicitlyDenied(PolicyType.IDENTITY);
        return Stream.of(
                Arguments.of("the user itself", USER, aws(EMMA), byResource),
                Arguments.of("the session itself", ROLE_SESSION, aws(SESSION), byResource),
                Arguments.of("the federated user", FEDERATED_USER, aws(FEDERATED), byResource),
                Arguments.of("everybody", USER, "'*'", byResource),
                Arguments.of("everybody of AWS", ROLE_SESSION, aws("*"), byResource),
                Arguments.of("the session's role", ROLE_SESSION, aws(ROLE), boundary),
                Arguments.of("who asked for the token", FEDERATED_USER, aws(EMMA), boundary),
                Arguments.of("the account", USER, aws(ACCOUNT), identity),
                Arguments.of("the account's root", ROLE_SESSION, aws(ROOT_ARN), identity),
                Arguments.of("another user", USER, aws(EMMA + "line"), identity));
    }

    @ParameterizedTest(name = "naming {0}")
    @MethodSource("whom_a_resource_policy_names")
    void limits_the_policy_of_a_resource_by_whom_it_names(
            String whom, Requester requester, String principal, Verdict verdict) {
        var limited =
                Policies.NONE
                        .withBoundary(managed("Other", allow("s3:*")))
                        .withSession(List.of(session(allow("s3:*"))))
                        .withResource(resource(allow(GET, principal)));

        assertThat(decide(requester, limited)).as(whom).isEqualTo(verdict);
    }

    @Test
    void lets_a_role_use_what_a_resource_gives_it_within_its_limits() {
        var given = Policies.NONE.withResource(resource(allow(GET, aws(ROLE))));

        assertThat(decide(ROLE_SESSION, given)).isEqualTo(new Allowed(Grant.RESOURCE));
        assertThat(decide(ROLE_SESSION, given.withSession(List.of(session(allow("s3:*"))))))
                .isEqualTo(new ImplicitlyDenied(PolicyType.SESSION));
    }

    @Test
    void needs_no_policy_of_the_resource_where_an_identity_may() {
        assertThat(decide(USER, READS.withResource(resource(allow(GET, aws(SESSION))))))
                .isEqualTo(new Allowed(Grant.IDENTITY));
    }

    @Test
    void needs_both_accounts_to_allow_across_accounts() {
        var question = ask(USER, GET, BOOKS).ownedBy(OTHER_ACCOUNT);
        var theirs = resource(allow(GET, aws(EMMA)));

        assertThat(Evaluation.decide(question, READS).verdict())
                .isEqualTo(new ImplicitlyDenied(PolicyType.RESOURCE));
        assertThat(Evaluation.decide(question, Policies.NONE.withResource(theirs)).verdict())
                .isEqualTo(new ImplicitlyDenied(PolicyType.IDENTITY));
        assertThat(Evaluation.decide(question, READS.withResource(theirs)).verdict())
                .isEqualTo(new Allowed(Grant.BOTH_ACCOUNTS));
        assertThat(
                        Evaluation.decide(
                                        question,
                                        READS.withResource(theirs)
                                                .withBoundary(managed("Other", allow("s3:*"))))
                                .verdict())
                .isEqualTo(new ImplicitlyDenied(PolicyType.BOUNDARY));
    }

    @Test
    void lets_another_account_be_named_as_a_whole() {
        var question = ask(USER, GET, BOOKS).ownedBy(OTHER_ACCOUNT);
        var theirs = resource(allow(GET, aws(ACCOUNT)));

        assertThat(Evaluation.decide(question, READS.withResource(theirs)).allowed()).isTrue();
        assertThat(
                        Evaluation.decide(
                                        ask(ROOT, GET, BOOKS).ownedBy(OTHER_ACCOUNT),
                                        Policies.NONE.withResource(theirs))
                                .allowed())
                .isTrue();
    }

    @Test
    void does_not_let_a_session_named_by_another_account_go_without_its_own_policies() {
        var question = ask(ROLE_SESSION, GET, BOOKS).ownedBy(OTHER_ACCOUNT);
        var theirs = resource(allow(GET, aws(SESSION)));

        assertThat(Evaluation.decide(question, Policies.NONE.withResource(theirs)).verdict())
                .isEqualTo(new ImplicitlyDenied(PolicyType.IDENTITY));
    }

    /// Carlos of [Policy evaluation for requests within a single
    /// account](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html),
    /// with his rules in other words.
    @Test
    void keeps_a_user_with_his_own_bucket_out_of_the_logs() {
        var carlos = new Requester.User(ACCOUNT, "arn:aws:iam::123456789012:user/carlos");
        var policies =
                Policies.ofIdentity(
                                List.of(
                                        inline(
                                                "{'Effect': 'Allow', 'Action': 's3:*', 'Resource': ['arn:aws:s3:::carlos', 'arn:aws:s3:::carlos/*']}",
                                                "{'Effect': 'Deny', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::*log*'}")))
                        .withResource(
                                resource(
                                        allow(
                                                "s3:*",
                                                aws("arn:aws:iam::123456789012:user/carlos"))));

        assertThat(
                        Evaluation.decide(
                                        ask(carlos, "s3:PutObject", "arn:aws:s3:::carlos-logs/a"),
                                        policies)
                                .explicitlyDenied())
                .isTrue();
        assertThat(
                        Evaluation.decide(
                                        ask(carlos, "s3:PutObject", "arn:aws:s3:::carlos/a"),
                                        policies)
                                .allowed())
                .isTrue();
    }

    /// The example of [The difference between explicit and implicit
    /// denies](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html).
    @Test
    void tells_what_is_denied_from_what_is_merely_not_allowed() {
        var policies =
                Policies.ofIdentity(
                        List.of(
                                inline(
                                        "{'Effect': 'Allow', 'Action': ['iam:Get*', 'iam:List*'], 'Resource': '*'}",
                                        deny("iam:*Report"))));

        assertThat(decide(USER, "iam:ListUsers", policies)).isInstanceOf(Allowed.class);
        assertThat(decide(USER, "iam:CreatePolicy", policies)).isInstanceOf(ImplicitlyDenied.class);
        assertThat(decide(USER, "iam:GetOrganizationsAccessReport", policies))
                .isInstanceOf(Verdict.ExplicitlyDenied.class);
    }

    private static Verdict decide(Requester requester, Policies policies) {
        return decide(requester, GET, policies);
    }

    private static Verdict decide(Requester requester, String action, Policies policies) {
        return Evaluation.decide(ask(requester, action, BOOKS), policies).verdict();
    }
}
