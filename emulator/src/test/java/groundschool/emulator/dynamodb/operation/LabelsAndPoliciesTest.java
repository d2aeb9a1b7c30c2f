package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// TagResource, UntagResource and ListTagsOfResource; PutResourcePolicy, GetResourcePolicy and
/// DeleteResourcePolicy. The refusals are those that ack-api-quirks recorded from the service in
/// October 2026.
class LabelsAndPoliciesTest {

    private static final String ARN = "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders";
    private static final String POLICY =
            """
            {'Version': '2012-10-17', 'Statement': [{'Sid': 'read', 'Effect': 'Allow',
             'Principal': {'AWS': 'arn:aws:iam::123456789012:root'}, 'Action': 'dynamodb:GetItem', 'Resource': '*'}]}
            """;

    private final Account account = new Account();

    @BeforeEach
    void create_a_table() {
        account.call(
                "CreateTable",
                """
                {"TableName": "Orders",
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "BillingMode": "PAY_PER_REQUEST", "Tags": [{"Key": "team", "Value": "shop"}]}
                """);
    }

    @AfterEach
    void close() {
        account.close();
    }

    private static String of(String arn, String more) {
        return "{\"ResourceArn\": \"" + arn + "\"" + more.replace('\'', '"') + "}";
    }

    private String tags() {
        return account.call("ListTagsOfResource", of(ARN, "")).path("Tags").toString();
    }

    @Test
    void labels_are_added_replaced_and_taken_off() {
        account.call(
                "TagResource",
                of(
                        ARN,
                        ", 'Tags': [{'Key': 'env', 'Value': ''}, {'Key': 'team', 'Value': 'till'}]"));
        assertThat(tags())
                .isEqualTo(
                        "[{\"Key\":\"team\",\"Value\":\"till\"},{\"Key\":\"env\",\"Value\":\"\"}]");

        account.call("UntagResource", of(ARN, ", 'TagKeys': ['env', 'other']"));
        assertThat(tags()).isEqualTo("[{\"Key\":\"team\",\"Value\":\"till\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    abc     | ValidationException: One or more parameter values were invalid: ARNs must start with 'arn:': abc
                    arn:aws:sqs:eu-west-1:123456789012:orders | ValidationException: One or more parameter values were invalid: Provided Arn is not a DynamoDB resource arn: arn:aws:sqs:eu-west-1:123456789012:orders
                    arn:aws:dynamodb:us-east-1:123456789012:table/Orders | ValidationException: Invalid TableArn: Invalid ResourceArn provided as input arn:aws:dynamodb:us-east-1:123456789012:table/Orders
                    arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/index/abc | ValidationException: One or more parameter values were invalid: Invalid resource arn provided, only table or stream is accepted. Provided resource arn: arn:aws:dynamodb:eu-west-1:123456789012:table/Orders/index/abc
                    arn:aws:dynamodb:eu-west-1:123456789012:table/Nowhere | ResourceNotFoundException: Requested resource not found: ResourceArn: arn:aws:dynamodb:eu-west-1:123456789012:table/Nowhere not found
                    """)
    void labels_need_the_arn_of_a_table(String arn, String message) {
        assertThat(account.refusal("ListTagsOfResource", of(arn, ""))).isEqualTo(message);
    }

    @Test
    void another_account_s_table_is_denied() {
        assertThat(
                        account.refusal(
                                "ListTagsOfResource",
                                of("arn:aws:dynamodb:eu-west-1:000000000000:table/Orders", "")))
                .startsWith("AccessDeniedException: User: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    TagResource   | , 'Tags': []                    | Atleast one Tag needs to be provided as Input.
                    UntagResource | , 'TagKeys': []                 | Atleast one Tag Key needs to be provided as Input.
                    UntagResource | , 'TagKeys': ['']               | The Tag Key provided is invalid, Key:
                    TagResource   | , 'Tags': [{}]                  | The Tag Key provided is invalid, Key: null
                    TagResource   | , 'Tags': [{'Key': 'a'}]        | The Tag Value provided is invalid, Value: null
                    TagResource   | , 'Tags': [{'Key': 'aws:a', 'Value': ''}] | Tag Key cannot be prefixed with aws:, Key: aws:a
                    TagResource   | , 'Tags': [{'Key': 'a', 'Value': ''}, {'Key': 'a', 'Value': ''}] | Duplicate Tag Keys provided as input: Duplicate Tag Key found a
                    """)
    void refuses_what_is_no_label(String operation, String labels, String message) {
        assertThat(account.refusal(operation, of(ARN, labels)).strip())
                .isEqualTo("ValidationException: " + message);
    }

    @Test
    void takes_fifty_labels() {
        for (int i = 0; i < 49; i++) {
            account.call(
                    "TagResource", of(ARN, ", 'Tags': [{'Key': 'k%d', 'Value': ''}]".formatted(i)));
        }

        assertThat(account.refusal("TagResource", of(ARN, ", 'Tags': [{'Key': 'x', 'Value': ''}]")))
                .isEqualTo(
                        "ValidationException: Number of Tags exceed the current limit for the"
                                + " provided ResourceArn");
    }

    private String put(String document, String more) {
        var policy = document.replace("'", "\\\"");
        return account.call(
                        "PutResourcePolicy",
                        of(ARN, ", 'Policy': '@'" + more).replace("@", policy.replace("\n", "\\n")))
                .path("RevisionId")
                .asString();
    }

    private String policyRefusal(String document) {
        return account.refusal(
                "PutResourcePolicy",
                of(ARN, ", 'Policy': '@'").replace("@", document.replace("'", "\\\"")));
    }

    @Test
    void a_policy_is_put_got_and_deleted() {
        assertThat(account.refusal("GetResourcePolicy", of(ARN, "")))
                .startsWith(
                        "PolicyNotFoundException: Resource-based policy not found for the provided"
                                + " ResourceArn: ");

        var revision = put(POLICY, "");

        assertThat(revision).hasSize(13);
        var got = account.call("GetResourcePolicy", of(ARN, ""));
        assertThat(got.path("Policy").asString()).isEqualTo(POLICY.replace('\'', '"'));
        assertThat(got.path("RevisionId").asString()).isEqualTo(revision);
        assertThat(put(POLICY.replace("\n", "").replace("'*'", "['*']"), "")).isEqualTo(revision);
        assertThat(put(POLICY.replace("GetItem", "PutItem"), "")).isGreaterThan(revision);
        assertThat(account.call("DeleteResourcePolicy", of(ARN, "")).path("RevisionId").asString())
                .isGreaterThan(revision);
        assertThat(account.call("DeleteResourcePolicy", of(ARN, ""))).isEqualTo(Account.json("{}"));
    }

    @Test
    void a_policy_changes_only_from_the_expected_revision() {
        var revision = put(POLICY, ", 'ExpectedRevisionId': 'NO_POLICY'");

        assertThat(
                        account.refusal(
                                "DeleteResourcePolicy", of(ARN, ", 'ExpectedRevisionId': '123'")))
                .startsWith(
                        "PolicyNotFoundException: Resource-based policy not found for the provided"
                                + " ResourceArn: Requested update for policy with revision id 123,"
                                + " but the policy associated to target table Orders");
        account.call("DeleteResourcePolicy", of(ARN, ", 'ExpectedRevisionId': '" + revision + "'"));
        assertThat(
                        account.refusal(
                                "DeleteResourcePolicy", of(ARN, ", 'ExpectedRevisionId': '123'")))
                .startsWith(
                        "PolicyNotFoundException: Resource-based policy not found for the provided"
                                + " ResourceArn: Requested update for policy with revision id 123,"
                                + " but table Orders has no associated policy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    []               | This policy contains invalid Json
                    abc              | This policy contains invalid Json
                    null             | This text appears not to be a policy
                    {'Statement': []} | Could not parse the policy: Statement is empty!
                    {'Statement': [{}]} | Missing required field Effect
                    """)
    void refuses_what_is_no_policy(String document, String reason) {
        assertThat(policyRefusal(document))
                .isEqualTo(
                        "ValidationException: One or more parameter values were invalid: Invalid"
                                + " policy document: "
                                + reason);
    }

    @Test
    void a_policy_goes_with_its_table() {
        put(POLICY, "");
        account.call("DeleteTable", "{\"TableName\": \"Orders\"}");
        create_a_table();

        assertThat(account.refusal("GetResourcePolicy", of(ARN, "")))
                .startsWith("PolicyNotFoundException");
    }
}
