package groundschool.emulator.iam.policy;

import static groundschool.emulator.iam.policy.Documents.EMMA;
import static groundschool.emulator.iam.policy.Documents.OTHER_ACCOUNT;
import static groundschool.emulator.iam.policy.Documents.ROLE_SESSION;
import static groundschool.emulator.iam.policy.Documents.USER;
import static groundschool.emulator.iam.policy.Documents.allow;
import static groundschool.emulator.iam.policy.Documents.ask;
import static groundschool.emulator.iam.policy.Documents.aws;
import static groundschool.emulator.iam.policy.Documents.deny;
import static groundschool.emulator.iam.policy.Documents.inline;
import static groundschool.emulator.iam.policy.Documents.managed;
import static groundschool.emulator.iam.policy.Documents.resource;
import static groundschool.emulator.iam.policy.Documents.session;
import static groundschool.emulator.iam.policy.Documents.trust;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import groundschool.emulator.iam.policy.ResourcePolicy.Rule;
import groundschool.emulator.iam.policy.Trace.ConditionTrace;
import groundschool.emulator.iam.policy.Trace.Mismatch;
import groundschool.emulator.iam.policy.Trace.StatementTrace;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// What is said of a decision.
class DecisionTest {

    private static final String GET = "dynamodb:GetItem";
    private static final String BOOKS = "arn:aws:dynamodb:eu-west-1:123456789012:table/books";

    /// The examples of [Troubleshoot access denied error
    /// messages](https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html).
    static Stream<Arguments> refusals() {
        var reads = Policies.ofIdentity(List.of(inline(allow(GET))));
        return Stream.of(
                Arguments.of(
                        Policies.NONE,
                        "because no identity-based policy allows the dynamodb:GetItem action"),
                Arguments.of(
                        Policies.ofIdentity(List.of(inline(deny(GET)))),
                        "with an explicit deny in an identity-based policy"),
                Arguments.of(
                        Policies.ofIdentity(List.of(managed("NoBooks", deny(GET)))),
                        "with an explicit deny in an identity-based policy: arn:aws:iam::123456789012:policy/NoBooks"),
                Arguments.of(
                        reads.withBoundary(managed("Most", allow("s3:*"))),
                        "because no permissions boundary allows the dynamodb:GetItem action"),
                Arguments.of(
                        reads.withBoundary(managed("Most", deny(GET))),
                        "with an explicit deny in a permissions boundary: arn:aws:iam::123456789012:policy/Most"),
                Arguments.of(
                        reads.withSession(List.of(session(allow("s3:*")))),
                        "because no session policy allows the dynamodb:GetItem action"),
                Arguments.of(
                        reads.withSession(List.of(session(deny(GET)))),
                        "with an explicit deny in a session policy"),
                Arguments.of(
                        reads.withSession(List.of(managed("NoBooks", deny(GET)))),
                        "with an explicit deny in a session policy"),
                Arguments.of(
                        reads.withServiceControl(List.of(managed("NoBooks", deny(GET)))),
                        "with an explicit deny in a service control policy: arn:aws:iam::123456789012:policy/NoBooks"),
                Arguments.of(
                        reads.withResource(resource(deny(GET, aws(EMMA)))),
                        "with an explicit deny in a resource-based policy"),
                Arguments.of(
                        reads.withResource(resource(Rule.MUST_ALLOW, allow("kms:*", aws(EMMA)))),
                        "because no resource-based policy allows the dynamodb:GetItem action"),
                Arguments.of(
                        reads.withServiceControl(List.of(inline(allow("s3:*")))),
                        "because no service control policy allows the dynamodb:GetItem action"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void tells_the_client_which_type_of_policy_stood_in_the_way(Policies policies, String tail) {
        var decision = Evaluation.decide(ask(USER, GET, BOOKS), policies);

        assertThat(decision.clientMessage())
                .contains(
                        "User: arn:aws:iam::123456789012:user/emma is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/books "
                                + tail);
    }

    @Test
    void tells_the_client_that_a_role_does_not_trust_it() {
        var statement = trust(aws("arn:aws:iam::123456789012:user/jane"));
        var denied = trust("'*'").replace("Allow", "Deny").replace("'*'", aws(EMMA));
        var question = ask(USER, "sts:AssumeRole", "arn:aws:iam::123456789012:role/a");

        assertThat(Evaluation.decide(question, trusting(statement)).tail())
                .contains("because no role trust policy allows the sts:AssumeRole action");
        assertThat(Evaluation.decide(question, trusting(statement, denied)).tail())
                .contains("with an explicit deny in the role trust policy");
    }

    @Test
    void tells_the_simulator_in_its_words() {
        var question = ask(USER, GET, BOOKS);

        assertThat(
                        Stream.of(allow("*"), allow("s3:*"), deny("*"))
                                .map(statement -> Policies.ofIdentity(List.of(inline(statement))))
                                .map(policies -> Evaluation.decide(question, policies)))
                .extracting(Decision::evalDecision)
                .containsExactly("allowed", "implicitDeny", "explicitDeny");
    }

    @Test
    void tells_people_why_it_was_allowed() {
        var decision =
                Evaluation.decide(
                        ask(USER, GET, BOOKS), Policies.ofIdentity(List.of(inline(allow("*")))));

        assertThat(decision.clientMessage()).isEmpty();
        assertThat(decision.why()).isEqualTo("An identity-based policy allows it.");
    }

    @Test
    void traces_every_statement_and_what_it_wanted() {
        var policies =
                Policies.ofIdentity(
                        List.of(
                                managed(
                                        "Books",
                                        "{'Sid': 'Write', 'Effect': 'Allow', 'Action': 'dynamodb:PutItem', 'Resource': 'arn:aws:dynamodb:*:*:table/pens'}",
                                        "{'Effect': 'Allow', 'Action': 'dynamodb:*', 'Resource': '*', 'Condition': {'StringEquals': {'aws:PrincipalTag/team': ['red', 'blue']}, 'Bool': {'aws:SecureTransport': 'true'}}}")));
        var question =
                Question.of(
                        GET,
                        BOOKS,
                        USER,
                        RequestContext.of(Map.of("aws:SecureTransport", List.of("true"))));

        var trace = Evaluation.decide(question, policies).trace();

        assertThat(trace.allowed()).isFalse();
        assertThat(trace.missing()).containsExactly(PolicyType.IDENTITY);
        var books = trace.policies().getFirst();
        assertThat(books.type()).isEqualTo(PolicyType.IDENTITY);
        assertThat(books.arn()).contains("arn:aws:iam::123456789012:policy/Books");
        assertThat(books.allows()).isFalse();
        assertThat(books.statements()).extracting(StatementTrace::sid).containsExactly("Write", "");
        assertThat(books.statements().getFirst().mismatches())
                .extracting(Mismatch::sentence)
                .containsExactly(
                        "Action wants dynamodb:PutItem; it is dynamodb:GetItem",
                        "Resource wants arn:aws:dynamodb:*:*:table/pens; it is " + BOOKS);
        assertThat(books.statements().getLast().mismatches())
                .extracting(Mismatch::sentence)
                .containsExactly(
                        "StringEquals aws:PrincipalTag/team wants red, blue; there is none");
        assertThat(books.statements().getLast().conditions())
                .extracting(
                        ConditionTrace::key, ConditionTrace::keyIsMissing, ConditionTrace::holds)
                .containsExactly(
                        tuple("aws:PrincipalTag/team", true, false),
                        tuple("aws:SecureTransport", false, true));
    }

    @Test
    void traces_which_statement_denied() {
        var policies = Policies.ofIdentity(List.of(inline(allow("*"), deny("dynamodb:Get*"))));

        var trace = Evaluation.decide(ask(USER, GET, BOOKS), policies).trace();

        assertThat(trace.missing()).isEmpty();
        assertThat(trace.policies().getFirst().denies()).isTrue();
        assertThat(trace.policies().getFirst().statements())
                .extracting(StatementTrace::applies)
                .containsExactly(true, true);
    }

    @Test
    void traces_every_type_that_should_have_allowed() {
        var question = ask(ROLE_SESSION, GET, BOOKS).ownedBy(OTHER_ACCOUNT);
        var policies =
                Policies.NONE
                        .withBoundary(managed("Other", allow("s3:*")))
                        .withSession(List.of(session(allow(GET))));

        var trace = Evaluation.decide(question, policies).trace();

        assertThat(trace.missing())
                .containsExactly(PolicyType.RESOURCE, PolicyType.IDENTITY, PolicyType.BOUNDARY);
    }

    @Test
    void traces_whom_a_statement_wanted() {
        var policies =
                Policies.NONE.withResource(
                        resource(allow(GET, aws("arn:aws:iam::123456789012:user/jane"))));

        var statement =
                Evaluation.decide(ask(USER, GET, BOOKS), policies)
                        .trace()
                        .policies()
                        .getFirst()
                        .statements()
                        .getFirst();

        assertThat(statement.mismatches())
                .extracting(Mismatch::sentence)
                .containsExactly(
                        "Principal wants arn:aws:iam::123456789012:user/jane; it is " + EMMA);
    }

    @Test
    void knows_where_a_statement_stands_in_its_document() {
        var policy =
                Policy.parse(
                        DocumentKind.INLINE,
                        """
                        {"Statement": [
                          {"Effect": "Allow",
                           "Action": "s3:*", "Resource": "*"}]}
                        """);

        assertThat(policy.statements().getFirst().span())
                .isEqualTo(new Span(new Position(2, 3), new Position(3, 38)));
    }

    @Test
    void makes_the_message_that_sts_decodes() {
        var policies =
                Policies.ofIdentity(
                        List.of(
                                inline(
                                        "{'Sid': 'NoBooks', 'Effect': 'Deny', 'Action': 'dynamodb:*', 'Resource': '*', 'Condition': {'StringEquals': {'aws:RequestedRegion': 'eu-west-1'}}}")));
        var context =
                RequestContext.of(
                        Map.of(
                                "aws:userid", List.of("AIDAEXAMPLE"),
                                "aws:RequestedRegion", List.of("eu-west-1")));

        var message =
                Evaluation.decide(Question.of(GET, BOOKS, USER, context), policies)
                        .authorizationMessage();

        var json = new JsonMapper().valueToTree(message);
        assertThat(json.at("/allowed").asBoolean()).isFalse();
        assertThat(json.at("/explicitDeny").asBoolean()).isTrue();
        assertThat(json.at("/matchedStatements").toString())
                .isEqualTo(
                        "{'items':[{'statementId':'NoBooks','effect':'DENY','principals':{'items':[{'value':'AIDAEXAMPLE'}]},'principalGroups':{'items':[]},'actions':{'items':[{'value':'dynamodb:*'}]},'resources':{'items':[{'value':'*'}]},'conditions':{'items':[{'key':'aws:RequestedRegion','values':{'items':[{'value':'eu-west-1'}]}}]}}]}"
                                .replace('\'', '"'));
        assertThat(json.at("/failures/items").isEmpty()).isTrue();
        assertThat(json.at("/context/principal/id").asString()).isEqualTo("AIDAEXAMPLE");
        assertThat(json.at("/context/principal/arn").asString()).isEqualTo(EMMA);
        assertThat(json.at("/context/action").asString()).isEqualTo(GET);
        assertThat(json.at("/context/resource").asString()).isEqualTo(BOOKS);
        assertThat(json.at("/context/conditions/items").size()).isEqualTo(2);
    }

    private static Policies trusting(String... statements) {
        return Policies.NONE.withResource(resource(Rule.TRUSTS, statements));
    }
}
