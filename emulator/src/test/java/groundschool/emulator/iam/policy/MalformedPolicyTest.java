package groundschool.emulator.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What AWS says of policies of identities that it does not take. The facts are those that moto
/// observed; see `Malformed`.
class MalformedPolicyTest {

    private static final String SYNTAX = "Syntax errors in policy.";
    private static final String LEGACY = "The policy failed legacy parsing";

    static Stream<Arguments> documents() {
        return Stream.of(
                Arguments.of("no JSON", SYNTAX),
                Arguments.of("", SYNTAX),
                Arguments.of("null", SYNTAX),
                Arguments.of("[]", SYNTAX),
                Arguments.of("{} {}", SYNTAX),
                Arguments.of("{'Version': '2012-10-17'}", SYNTAX),
                Arguments.of("{'Version': '2012-10-17', 'Statement': []}", SYNTAX),
                Arguments.of("{'Version': '2012-10-17', 'Statement': ['Allow']}", SYNTAX),
                Arguments.of("{'Version': '2013-10-17', 'Statement': {'Effect': 'Allow'}}", SYNTAX),
                Arguments.of("{'Version': 20121017, 'Statement': {'Effect': 'Allow'}}", SYNTAX),
                Arguments.of(
                        "{'Statement': {'Effect': 'denY'}}",
                        "Policy document must be version 2012-10-17 or greater."),
                Arguments.of(
                        "{'Version': '2008-10-17', 'Statement': {'Effect': 'Allow'}}",
                        "Policy document must be version 2012-10-17 or greater."),
                Arguments.of(
                        "{'Version': '2012-10-17', 'Id': {}, 'Statement': {'Effect': 'Allow'}}",
                        SYNTAX),
                Arguments.of(
                        "{'Version': '2012-10-17', 'version': '2012-10-17', 'Statement': {'Effect': 'Allow'}}",
                        SYNTAX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void says_what_is_wrong_with_a_document(String document, String message) {
        assertRefused(DocumentKind.MANAGED, document, message);
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of("'Action': 's3:*', 'Resource': '*'", SYNTAX),
                Arguments.of("'Effect': 'Perhaps', 'Action': 's3:*', 'Resource': '*'", SYNTAX),
                Arguments.of("'Effect': ['Allow'], 'Action': 's3:*', 'Resource': '*'", SYNTAX),
                Arguments.of("'Effect': 'aLLow', 'Action': 's3:*', 'Resource': '*'", LEGACY),
                Arguments.of("'Effect': 'Allow', 'Colour': 'red'", SYNTAX),
                Arguments.of("'effect': 'Allow', 'Action': 's3:*', 'Resource': '*'", SYNTAX),
                Arguments.of("'Effect': 'Allow', 'Effect': 'Allow'", SYNTAX),
                Arguments.of("'Effect': 'Allow', 'Sid': []", SYNTAX),
                Arguments.of("'Effect': 'Allow', 'Action': {}", SYNTAX),
                Arguments.of("'Effect': 'Allow', 'Action': [[]]", SYNTAX),
                Arguments.of("'Effect': 'Allow', 'Action': 7", SYNTAX),
                Arguments.of("'Effect': 'Allow', 'Action': 's3:*', 'Resource': null", SYNTAX),
                Arguments.of("'Effect': 'Allow', 'Action': 's3:*', 'Resource': {'a': '*'}", SYNTAX),
                Arguments.of("'Effect': 'Allow', 'Action': [], 'NotAction': 's3:*'", SYNTAX),
                Arguments.of("'Effect': 'Allow', 'Resource': '*', 'NotResource': []", SYNTAX),
                Arguments.of(
                        "'Sid': 'a-b', 'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'",
                        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*"),
                Arguments.of(
                        "'Effect': 'Allow', 'Principal': '*', 'Action': 's3:*', 'Resource': '*'",
                        "Policy document should not specify a principal."),
                Arguments.of("'Effect': 'Allow'", "Policy statement must contain actions."),
                Arguments.of(
                        "'Effect': 'Allow', 'Action': [], 'Resource': '*'",
                        "Policy statement must contain actions."),
                Arguments.of(
                        "'Effect': 'Allow', 'Action': 's3:ListBucket'",
                        "Policy statement must contain resources."),
                Arguments.of(
                        "'Effect': 'Allow', 'Action': 's3:ListBucket', 'Resource': []",
                        "Policy statement must contain resources."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statements")
    void says_what_is_wrong_with_a_statement(String statement, String message) {
        assertRefused(DocumentKind.MANAGED, document("{" + statement + "}"), message);
    }

    static Stream<Arguments> actions() {
        var noVendor = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
        return Stream.of(
                Arguments.of("everything", noVendor),
                Arguments.of("", noVendor),
                Arguments.of("s 3:ListBucket", "Vendor s 3 is not valid"),
                Arguments.of("s3:List:Bucket", "Actions/Condition can contain only one colon."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    void says_what_is_wrong_with_an_action(String action, String message) {
        var statement =
                "{'Effect': 'Allow', 'NotAction': ['s3:*', '%s'], 'Resource': '*'}"
                        .formatted(action);

        assertRefused(DocumentKind.MANAGED, document(statement), message);
    }

    static Stream<Arguments> resources() {
        var path =
                "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.";
        return Stream.of(
                Arguments.of("books", "Resource books must be in ARN format or \"*\"."),
                Arguments.of("", "Resource  must be in ARN format or \"*\"."),
                Arguments.of("a:b", "Partition \"b\" is not valid for resource \"arn:b:*:*:*:*\"."),
                Arguments.of(
                        "aws:s3:::books",
                        "Partition \"s3\" is not valid for resource \"arn:s3:::books:*\"."),
                Arguments.of(
                        "a:b:c:d:e:f:g:h",
                        "Partition \"b\" is not valid for resource \"arn:b:c:d:e:f:g:h\"."),
                Arguments.of(
                        "arn:aws",
                        "Resource vendor must be fully qualified and cannot contain regexes."),
                Arguments.of(
                        "arn:aws:s*:::books",
                        "Resource vendor must be fully qualified and cannot contain regexes."),
                Arguments.of("arn:aws::::books", LEGACY),
                Arguments.of("arn:aws::books", LEGACY),
                Arguments.of("arn:aws:s3::books", LEGACY),
                Arguments.of("arn:aws:iam::123456789012:emma", path),
                Arguments.of(
                        "arn:aws:iam:eu-west-1::emma",
                        "IAM resource arn:aws:iam:eu-west-1::emma cannot contain region information."),
                Arguments.of(
                        "arn:aws:s3:eu-west-1::books",
                        "Resource arn:aws:s3:eu-west-1::books can not contain region information."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("resources")
    void says_what_is_wrong_with_a_resource(String resource, String message) {
        var statement =
                "{'Effect': 'Allow', 'Action': 's3:*', 'Resource': ['*', '%s']}"
                        .formatted(resource);

        assertRefused(DocumentKind.MANAGED, document(statement), message);
    }

    static Stream<Arguments> conditions() {
        return Stream.of(
                Arguments.of("[]", SYNTAX),
                Arguments.of("'a'", SYNTAX),
                Arguments.of("{'StringEquals': 'a'}", SYNTAX),
                Arguments.of("{'StringEquals': []}", SYNTAX),
                Arguments.of("{'StringEquals': {'a': {}}}", SYNTAX),
                Arguments.of("{'StringEquals': {'a': null}}", SYNTAX),
                Arguments.of("{'StringEquals': {'a': ['b', ['c']]}}", SYNTAX),
                Arguments.of("{'StringEquals': {'a': 'b', 'a': 'c'}}", SYNTAX),
                Arguments.of("{'StringEquals': {}, 'StringEquals': {}}", SYNTAX),
                Arguments.of("{'StringResembles': {'a': '1'}}", SYNTAX),
                Arguments.of("{'NullIfExists': {'a': 'true'}}", SYNTAX),
                Arguments.of("{'ForAnyValue::StringEquals': {'a': '1'}}", SYNTAX),
                Arguments.of("{'DateLessThan': {'a': 'tomorrow'}}", LEGACY),
                Arguments.of("{'DateLessThan': {'a': '234-13'}}", LEGACY),
                Arguments.of("{'DateLessThan': {'a': '9223372036854775808'}}", LEGACY),
                Arguments.of("{'DateLessThan': {'a': '2016-12-13t2:00:00.5+1'}}", LEGACY),
                Arguments.of("{'DateLessThan': {'a': '2016-12-13t2:00:00.1999999999Z'}}", LEGACY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditions")
    void says_what_is_wrong_with_a_condition(String condition, String message) {
        var statement =
                "{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': %s}"
                        .formatted(condition);

        assertRefused(DocumentKind.MANAGED, document(statement), message);
    }

    /// Two mistakes each, of which AWS names the one given.
    static Stream<Arguments> two_mistakes() {
        return Stream.of(
                Arguments.of(
                        "{'Sid': 'a', 'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}, {'Sid': 'a', 'Effect': 'Allow'}",
                        "Statement IDs (SID) in a single policy must be unique."),
                Arguments.of(
                        "{'Sid': 'a', 'Effect': 'ALLOW'}, {'Sid': 'a', 'Effect': 'Allow'}", LEGACY),
                Arguments.of("{'Effect': 'Allow', 'Resource': 'arn:aws:s3::books'}", LEGACY),
                Arguments.of(
                        "{'Effect': 'Allow', 'Action': 's3', 'Resource': 'books'}",
                        "Resource books must be in ARN format or \"*\"."),
                Arguments.of(
                        "{'Effect': 'Allow', 'Action': 's3'}",
                        "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc."),
                Arguments.of(
                        "{'Effect': 'Allow', 'Action': 'a', 'Resource': '*', 'Condition': {'a': {'b': '1'}}}",
                        SYNTAX));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("two_mistakes")
    void names_the_mistake_that_aws_names_first(String statements, String message) {
        assertRefused(DocumentKind.MANAGED, document(statements), message);
    }

    static Stream<String> unusual_but_taken() {
        return Stream.of(
                "'Action': 'iam: any thing', 'Resource': '*'",
                "'Action': 's-3.x:y', 'Resource': '*'",
                "'Action': '*', 'Resource': 'arn:aws:books'",
                "'Action': 's3:*', 'Resource': 'arn:aws:ec2:eu-west-1::books'",
                "'Action': 's3:*', 'Resource': 'arn:aws:s3:eu-west-1:123456789012:accesspoint/a'",
                "'Action': 's3:*', 'Resource': 'arn:aws:iam::*:user/${aws:username}'",
                "'Action': 's3:*', 'Resource': 'arn:aws:iam::123456789012:*'",
                "'NotAction': 's3:*', 'NotResource': '*'",
                "'Action': 's3:*', 'Resource': '*', 'Condition': {}",
                "'Action': 's3:*', 'Resource': '*', 'Condition': {'Whatever': {}}",
                "'Action': 's3:*', 'Resource': '*', 'Condition': {'StringEquals': {'a': []}}",
                "'Action': 's3:*', 'Resource': '*', 'Condition': {'StringEquals': {'a': ['1', 2, true]}}",
                "'Action': 's3:*', 'Resource': '*', 'Condition': {'ForAnyValue:StringLikeIfExists': {'a': 'b'}}",
                "'Action': 's3:*', 'Resource': '*', 'Condition': {'DateLessThan': {'a': '01T'}}",
                "'Action': 's3:*', 'Resource': '*', 'Condition': {'DateLessThan': {'a': '-292275054'}}",
                "'Action': 's3:*', 'Resource': '*', 'Condition': {'DateLessThan': {'a': '2016-12-13t2:00:00.593194+23'}}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusual_but_taken")
    void takes_what_aws_takes(String statement) {
        assertThatCode(() ->
                        Policy.parse(
                                DocumentKind.MANAGED,
                                document("{'Effect': 'Allow', " + statement + "}")
                                        .replace('\'', '"')))
                .doesNotThrowAnyException();
    }

    @Test
    void takes_the_older_version_for_inline_policies() {
        var policy =
                Policy.parse(
                        DocumentKind.INLINE,
                        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}");

        assertThat(policy.version()).isEqualTo(LanguageVersion.V2008_10_17);
    }

    @Test
    void says_of_a_session_policy_that_is_no_json_what_sts_says() {
        assertRefused(
                DocumentKind.SESSION, "no JSON", "The policy is not in the valid JSON format.");
    }

    private static String document(String statements) {
        return "{'Version': '2012-10-17', 'Statement': [%s]}".formatted(statements);
    }

    private static void assertRefused(DocumentKind kind, String document, String message) {
        assertThatThrownBy(() -> Policy.parse(kind, document.replace('\'', '"')))
                .isInstanceOf(MalformedPolicyException.class)
                .hasMessage(message);
    }
}
