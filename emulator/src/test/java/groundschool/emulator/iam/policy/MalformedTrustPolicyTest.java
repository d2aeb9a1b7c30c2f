package groundschool.emulator.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What AWS says of trust policies and policies of resources that it does not take; see `Malformed`
/// for where each was read.
class MalformedTrustPolicyTest {

    static Stream<Arguments> trust_policies() {
        return Stream.of(
                Arguments.of("", "This policy contains invalid Json"),
                Arguments.of("[]", "This policy contains invalid Json"),
                Arguments.of("{'Version': '2012-10-17',}", "This policy contains invalid Json"),
                Arguments.of("null", "This text appears not to be a policy"),
                Arguments.of("{}", "Syntax error at position (1,3)"),
                Arguments.of(
                        "{'Version': '2012-10-17', 'statement': []}", "Unknown field statement"),
                Arguments.of(
                        "{'Version': '2013-10-17', 'Statement': []}",
                        "The policy must contain a valid version string"),
                Arguments.of(
                        "{'Version': '2012-10-17', 'Statement': []}",
                        "Could not parse the policy: Statement is empty!"),
                Arguments.of(
                        "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'aws':'arn:aws:iam::123456789012:root'},'Action':'sts:AssumeRole'}]}",
                        "Syntax error at position (1,76)"),
                Arguments.of(document("{}"), "Missing required field Effect"),
                Arguments.of(document("{'Effect': 'Maybe'}"), "Invalid effect: Maybe"),
                Arguments.of(
                        document("{'Effect': 'Allow', 'Action': 'route53:Get*', 'Resource': '*'}"),
                        "Has prohibited field Resource"),
                Arguments.of(
                        document(
                                "{'Effect': 'Allow', 'Principal': {'AWS': '*'}, 'Action': 'sts:AssumeRole', 'NotResource': '*'}"),
                        "AssumeRole policy must not contain resources."),
                Arguments.of(
                        document("{'Effect': 'Allow', 'Action': 'sts:AssumeRole'}"),
                        "Missing required field Principal"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trust_policies")
    void says_what_is_wrong_with_a_trust_policy(String document, String message) {
        assertRefused(DocumentKind.TRUST, document, message);
    }

    static Stream<Arguments> trust_statements() {
        return Stream.of(
                Arguments.of(
                        "'Principal': {}, 'Action': 'sts:AssumeRole'",
                        "Missing required field Principal cannot be empty!"),
                Arguments.of(
                        "'Principal': '*', 'Action': 'sts:AssumeRole'",
                        "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\"."),
                Arguments.of(
                        "'Principal': {'AWS': 'emma'}, 'Action': 'sts:AssumeRole'",
                        "Invalid principal in policy: \"AWS\":\"emma\""),
                Arguments.of(
                        "'Principal': {'AWS': 'arn:aws:iam::123456789012:user/*'}, 'Action': 'sts:AssumeRole'",
                        "Invalid principal in policy: \"AWS\":\"arn:aws:iam::123456789012:user/*\""),
                Arguments.of(
                        "'NotPrincipal': {'AWS': '123456789012'}, 'Action': 'sts:AssumeRole'",
                        "Allow with NotPrincipal is not allowed."),
                Arguments.of("'Principal': {'AWS': '*'}", "Missing required field Action"),
                Arguments.of(
                        "'Principal': {'AWS': '*'}, 'Action': 's3:GetObject'",
                        "AssumeRole policy may only specify STS AssumeRole actions."),
                Arguments.of(
                        "'Principal': {'AWS': '*'}, 'Action': ['sts:AssumeRole', '*']",
                        "AssumeRole policy may only specify STS AssumeRole actions."),
                Arguments.of(
                        "'Principal': {'Federated': 'cognito-identity.amazonaws.com'}, 'Action': 'sts:AssumeRoleWithWebIdentity'",
                        "A condition block must be present for the Cognito provider"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("trust_statements")
    void says_what_is_wrong_with_the_statement_of_a_trust_policy(String rest, String message) {
        assertRefused(DocumentKind.TRUST, document("{'Effect': 'Allow', " + rest + "}"), message);
    }

    @Test
    void says_which_principal_does_not_exist() {
        assertThat(
                        MalformedPolicyException.invalidPrincipal(
                                "AWS", "arn:aws:iam::123456789012:role/gone"))
                .hasMessage(
                        "Invalid principal in policy: \"AWS\":\"arn:aws:iam::123456789012:role/gone\"");
    }

    @Test
    void needs_a_resource_and_distinct_ids_in_the_policy_of_a_resource() {
        var statement = "{'Sid': 'a', 'Effect': 'Allow', 'Principal': '*', 'Action': 's3:*'%s}";

        assertRefused(
                DocumentKind.RESOURCE,
                document(statement.formatted("")),
                "Missing required field Resource");
        assertRefused(
                DocumentKind.RESOURCE,
                document(
                        statement.formatted(", 'Resource': '*'")
                                + ", "
                                + statement.formatted(", 'Resource': '*'")),
                "The Statement Ids in the policy are not unique");
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
