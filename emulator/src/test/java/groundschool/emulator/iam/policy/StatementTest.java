package groundschool.emulator.iam.policy;

import static groundschool.emulator.iam.policy.Documents.ACCOUNT;
import static groundschool.emulator.iam.policy.Documents.EMMA;
import static groundschool.emulator.iam.policy.Documents.FEDERATED_USER;
import static groundschool.emulator.iam.policy.Documents.ROLE;
import static groundschool.emulator.iam.policy.Documents.ROLE_SESSION;
import static groundschool.emulator.iam.policy.Documents.ROOT;
import static groundschool.emulator.iam.policy.Documents.SESSION;
import static groundschool.emulator.iam.policy.Documents.USER;
import static groundschool.emulator.iam.policy.Documents.ask;
import static groundschool.emulator.iam.policy.Documents.aws;
import static groundschool.emulator.iam.policy.Documents.context;
import static groundschool.emulator.iam.policy.Documents.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which actions, resources and principals a statement is about.
class StatementTest {

    private static final String ROOT_ARN = "arn:aws:iam::123456789012:root";

    static Stream<Arguments> actions() {
        return Stream.of(
                Arguments.of("iam:ListAccessKeys", "IAM:listaccesskeys", true),
                Arguments.of("iam:*AccessKey*", "iam:CreateAccessKey", true),
                Arguments.of("iam:*AccessKey*", "iam:CreateUser", false),
                Arguments.of("dynamodb:?etItem", "dynamodb:GetItem", true),
                Arguments.of("dynamodb:?etItem", "dynamodb:BatchGetItem", false),
                Arguments.of("dynamodb:*", "dynamodbstreams:GetRecords", false),
                Arguments.of("*", "anything:AtAll", true),
                Arguments.of("*:*", "anything:AtAll", true));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("actions")
    void matches_actions_in_any_case_with_wildcards(
            String pattern, String action, boolean matches) {
        var statement = "{'Effect': 'Allow', '%s': '%s', 'Resource': '*'}";

        assertThat(applies(statement.formatted("Action", pattern), action, "*")).isEqualTo(matches);
        assertThat(applies(statement.formatted("NotAction", pattern), action, "*"))
                .isEqualTo(!matches);
    }

    /// The examples of
    /// [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html)
    /// first.
    static Stream<Arguments> resources() {
        var users = "arn:aws:iam::123456789012:user/accounting/*";
        var tests = "arn:aws:s3:::books/*/test/*";
        return Stream.of(
                Arguments.of(users, "arn:aws:iam::123456789012:user/accounting/emma", true),
                Arguments.of(users, "arn:aws:iam::123456789012:user/emma", false),
                Arguments.of(tests, "arn:aws:s3:::books/1/test/object.jpg", true),
                Arguments.of(tests, "arn:aws:s3:::books/1/test/test/object.jpg", true),
                Arguments.of(tests, "arn:aws:s3:::books/1///test///object.jpg", true),
                Arguments.of(tests, "arn:aws:s3:::books//test/object.jpg", true),
                Arguments.of(tests, "arn:aws:s3:::books/1/test/", true),
                Arguments.of(tests, "arn:aws:s3:::books/1-test/object.jpg", false),
                Arguments.of(tests, "arn:aws:s3:::books/test/object.jpg", false),
                Arguments.of(tests, "arn:aws:s3:::books/1/2/test.jpg", false),
                Arguments.of(
                        "arn:aws:dynamodb:*:table/prod-*",
                        "arn:aws:dynamodb:eu-west-1:123456789012:table/prod-books",
                        true),
                Arguments.of(
                        "arn:aws:dynamodb:eu-*1:*:table/books",
                        "arn:aws:dynamodb:eu-west-1:123456789012:table/books",
                        true),
                Arguments.of(
                        "arn:aws:dynamodb:eu-*9:x:table/books",
                        "arn:aws:dynamodb:eu-west-1:9:x:table/books",
                        false),
                Arguments.of(
                        "arn:aws:logs:*:*:log-group:*", "arn:aws:logs:a:1:log-group:b:c", true),
                Arguments.of("arn:aws:s3", "arn:aws:s3:::books/a", true),
                Arguments.of("arn:aws:s3:::Books", "arn:aws:s3:::books", false),
                Arguments.of("arn:aws:s3:::*", "*", false),
                Arguments.of("*", "*", true));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("resources")
    void matches_resources_with_wildcards(String pattern, String resource, boolean matches) {
        var statement = "{'Effect': 'Allow', 'Action': '*', '%s': '%s'}";

        assertThat(applies(statement.formatted("Resource", pattern), "s3:Get", resource))
                .isEqualTo(matches);
        assertThat(applies(statement.formatted("NotResource", pattern), "s3:Get", resource))
                .isEqualTo(!matches);
    }

    @Test
    void puts_the_request_into_resources() {
        var statement =
                "{'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'arn:aws:s3:::books/${aws:PrincipalTag/department, 'all'}/*'}"
                        .replace("'all'", "\\u0027all\\u0027");
        var english = context("aws:principaltag/Department", "english");

        assertThat(applies(statement, "arn:aws:s3:::books/english/a", english)).isTrue();
        assertThat(applies(statement, "arn:aws:s3:::books/french/a", english)).isFalse();
        assertThat(applies(statement, "arn:aws:s3:::books/all/a", RequestContext.EMPTY)).isTrue();
    }

    @Test
    void lets_a_resource_with_an_unknown_variable_neither_allow_nor_spare_a_deny() {
        var statement =
                "{'Effect': '%s', 'Action': 's3:*', '%s': 'arn:aws:s3:::books/${aws:username}'}";
        var resource = "arn:aws:s3:::books/emma";

        assertThat(applies(statement.formatted("Allow", "Resource"), "s3:Get", resource)).isFalse();
        assertThat(applies(statement.formatted("Allow", "NotResource"), "s3:Get", resource))
                .isFalse();
        assertThat(applies(statement.formatted("Deny", "NotResource"), "s3:Get", resource))
                .isTrue();
    }

    static Stream<Arguments> principals() {
        var web =
                new Requester.FederatedIdentity("cognito-identity.amazonaws.com", "eu-west-1:abc");
        var service = new Requester.Service("sns.amazonaws.com");
        var webSession =
                new Requester.RoleSession(
                        ACCOUNT, SESSION, ROLE, Optional.of("accounts.google.com"));
        return Stream.of(
                Arguments.of("'*'", new Requester.Anonymous(), true),
                Arguments.of("{'AWS': '*'}", new Requester.Anonymous(), true),
                Arguments.of("{'AWS': '123456789012'}", ROLE_SESSION, true),
                Arguments.of("{'AWS': '123456789012'}", ROOT, true),
                Arguments.of(aws(ROOT_ARN), FEDERATED_USER, true),
                Arguments.of("{'AWS': '999999999999'}", USER, false),
                Arguments.of(aws(EMMA), USER, true),
                Arguments.of(aws(EMMA), ROOT, false),
                Arguments.of(aws(ROLE), ROLE_SESSION, true),
                Arguments.of(aws(SESSION), ROLE_SESSION, true),
                Arguments.of(aws(SESSION + "2"), ROLE_SESSION, false),
                Arguments.of("{'Service': 'sns.amazonaws.com'}", service, true),
                Arguments.of("{'Service': 'sqs.amazonaws.com'}", service, false),
                Arguments.of("{'Service': 'sns.amazonaws.com'}", USER, false),
                Arguments.of("{'Federated': 'cognito-identity.amazonaws.com'}", web, true),
                Arguments.of("{'Federated': 'accounts.google.com'}", web, false),
                Arguments.of("{'Federated': 'accounts.google.com'}", webSession, true),
                Arguments.of("{'Federated': 'accounts.google.com'}", ROLE_SESSION, false));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("principals")
    void matches_principals(String principal, Requester requester, boolean matches) {
        var statement = resourceStatement("Allow", "Principal", principal);
        var denied = resourceStatement("Deny", "Principal", principal);

        assertThat(applies(statement, requester)).isEqualTo(matches);
        assertThat(applies(denied, requester)).isEqualTo(matches);
    }

    @Test
    void knows_users_and_roles_by_their_unique_ids() {
        var user = statement(resourceStatement("Allow", "Principal", aws("AIDAEXAMPLE12345")));
        var role = statement(resourceStatement("Allow", "Principal", aws("AROAEXAMPLE12345")));

        assertThat(
                        user.match(
                                Asked.of(
                                        Question.of(
                                                "s3:Get",
                                                "*",
                                                USER,
                                                context("aws:userid", "AIDAEXAMPLE12345")))))
                .isEqualTo(PrincipalMatch.DIRECT);
        assertThat(
                        role.match(
                                Asked.of(
                                        Question.of(
                                                "s3:Get",
                                                "*",
                                                ROLE_SESSION,
                                                context("aws:userid", "AROAEXAMPLE12345:monday")))))
                .isEqualTo(PrincipalMatch.ORIGIN);
    }

    @Test
    void knows_accounts_by_their_canonical_users() {
        var statement =
                statement(resourceStatement("Allow", "Principal", "{'CanonicalUser': '79a5'}"));
        var question = ask(USER, "s3:Get", "*");
        var known =
                new Question(
                        question.action(),
                        question.resource(),
                        question.resourceAccount(),
                        question.requester(),
                        Optional.of("79a5"),
                        question.context());

        assertThat(statement.match(Asked.of(known))).isEqualTo(PrincipalMatch.ACCOUNT);
        assertThat(statement.match(Asked.of(question))).isEqualTo(PrincipalMatch.NONE);
    }

    /// Whom a Deny with these as NotPrincipal hits.
    static Stream<Arguments> not_principals() {
        return Stream.of(
                Arguments.of(aws(EMMA, ROOT_ARN), USER, false),
                Arguments.of(aws(EMMA), USER, true),
                Arguments.of(aws(ROOT_ARN), USER, true),
                Arguments.of(aws(ROOT_ARN), ROOT, false),
                Arguments.of(aws(SESSION, ROLE, ROOT_ARN), ROLE_SESSION, false),
                Arguments.of(aws(SESSION, ROOT_ARN), ROLE_SESSION, true),
                Arguments.of(aws(SESSION, ROLE), ROLE_SESSION, true),
                Arguments.of("'*'", USER, false));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("not_principals")
    void denies_all_but_those_named_with_all_that_they_belong_to(
            String principal, Requester requester, boolean denied) {
        assertThat(applies(resourceStatement("Deny", "NotPrincipal", principal), requester))
                .isEqualTo(denied);
    }

    @Test
    void allows_none_of_those_named_in_not_principal() {
        var statement = resourceStatement("Allow", "NotPrincipal", aws(ROOT_ARN));

        assertThat(applies(statement, USER)).isFalse();
        assertThat(applies(statement, new Requester.Anonymous())).isTrue();
    }

    @Test
    void wants_all_conditions_to_hold() {
        var statement =
                "{'Effect': 'Allow', 'Action': '*', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransport': true}, 'StringLike': {'s3:prefix': ['', 'home/'], 's3:delimiter': '/'}}}";
        var both =
                RequestContext.of(
                        Map.of(
                                "aws:SecureTransport", List.of("true"),
                                "s3:prefix", List.of("home/"),
                                "s3:delimiter", List.of("/")));

        assertThat(applies(statement, "*", both)).isTrue();
        assertThat(applies(statement, "*", context("s3:prefix", "home/"))).isFalse();
    }

    private static String resourceStatement(String effect, String element, String principal) {
        return "{'Effect': '%s', '%s': %s, 'Action': '*', 'Resource': '*'}"
                .formatted(effect, element, principal);
    }

    private static Statement statement(String statement) {
        var kind = statement.contains("Principal'") ? DocumentKind.RESOURCE : DocumentKind.INLINE;
        return policy(kind, statement).statements().getFirst();
    }

    private static boolean applies(String statement, String action, String resource) {
        return applies(statement, ask(USER, action, resource));
    }

    private static boolean applies(String statement, String resource, RequestContext context) {
        return applies(statement, Question.of("s3:Get", resource, USER, context));
    }

    private static boolean applies(String statement, Requester requester) {
        return applies(statement, ask(requester, "s3:Get", "arn:aws:s3:::books/a"));
    }

    private static boolean applies(String statement, Question question) {
        return statement(statement).match(Asked.of(question)) != PrincipalMatch.NONE;
    }
}
