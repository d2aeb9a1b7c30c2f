package groundschool.emulator.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Who may run which statements.
///
/// Source: [IAM security policies with PartiQL for
/// DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html)
class StatementPermissionsTest {

    private static final String MUSIC = "arn:aws:dynamodb:eu-west-1:123456789012:table/Music";

    private final CloudAccount account = new CloudAccount();
    private DynamoDbClient dynamoDb;

    @BeforeEach
    void create_a_table_and_a_user() {
        account.dynamoDb(account.root())
                .createTable(table ->
                        table.tableName("Music")
                                .attributeDefinitions(a ->
                                        a.attributeName("artist")
                                                .attributeType(ScalarAttributeType.S))
                                .keySchema(k -> k.attributeName("artist").keyType(KeyType.HASH))
                                .billingMode("PAY_PER_REQUEST"));
        dynamoDb = account.dynamoDb(account.user("listener"));
    }

    @AfterEach
    void close() {
        dynamoDb.close();
        account.close();
    }

    /// Lets the user do what the statements of a policy say.
    private void policy(String... statements) {
        account.iam()
                .putUserPolicy(request ->
                        request.userName("listener")
                                .policyName("may")
                                .policyDocument(
                                        "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
                                                .formatted(String.join(",", statements))));
    }

    private static String allow(String action, String condition) {
        return """
        {"Effect": "Allow", "Action": "dynamodb:%s", "Resource": "%s", "Condition": {%s}}
        """
                .formatted(action, MUSIC, condition);
    }

    private String refusal(String statement) {
        return CloudAccount.refusal(() -> execute(statement));
    }

    private void execute(String statement) {
        dynamoDb.executeStatement(request -> request.statement(statement));
    }

    private void isAllowed(String statement) {
        assertThatCode(() -> execute(statement)).doesNotThrowAnyException();
    }

    private void isDenied(String statement) {
        assertThat(refusal(statement)).contains("AccessDeniedException");
    }

    @Test
    void each_kind_of_statement_has_an_action_of_its_own() {
        policy(allow("PartiQLInsert", ""));
        isAllowed("INSERT INTO Music VALUE {'artist': 'Acme'}");

        assertThat(refusal("SELECT * FROM Music WHERE artist = 'Acme'"))
                .isEqualTo(
                        "400 AccessDeniedException: User: arn:aws:iam::123456789012:user/listener is not authorized to perform: dynamodb:PartiQLSelect on resource: %s because no identity-based policy allows the dynamodb:PartiQLSelect action"
                                .formatted(MUSIC));
        assertThat(refusal("UPDATE Music SET a = 1 WHERE artist = 'Acme'"))
                .contains("dynamodb:PartiQLUpdate");
        assertThat(refusal("DELETE FROM Music WHERE artist = 'Acme'"))
                .contains("dynamodb:PartiQLDelete");
        assertThat(refusal("SELECT * FROM Music.\"genres\" WHERE genre = 'jazz'"))
                .contains("on resource: " + MUSIC + "/index/genres");
    }

    @Test
    void a_policy_can_forbid_to_scan() {
        policy(allow("PartiQLSelect", "\"Bool\": {\"dynamodb:FullTableScan\": \"false\"}"));

        isAllowed("SELECT * FROM Music WHERE artist = 'Acme'");
        isAllowed(
                "SELECT * FROM Music WHERE artist IN ['Acme', 'No One You Know'] AND year > 2000");
        isDenied("SELECT * FROM Music");
        isDenied("SELECT * FROM Music WHERE artist = 'Acme' OR year > 2000");
    }

    @Test
    void a_policy_can_tie_to_leading_keys() {
        var own = "\"ForAllValues:StringEquals\": {\"dynamodb:LeadingKeys\": [\"Acme\"]}";
        policy(
                allow("PartiQLSelect", own),
                allow("PartiQLInsert", own),
                allow("PartiQLUpdate", own));

        isAllowed("SELECT * FROM Music WHERE artist = 'Acme'");
        isDenied("SELECT * FROM Music WHERE artist IN ['Acme', 'Other']");
        isAllowed("INSERT INTO Music VALUE {'artist': 'Acme'}");
        isDenied("INSERT INTO Music VALUE {'artist': 'Other'}");
        isAllowed("UPDATE Music SET a = 1 WHERE artist = 'Acme'");
        isDenied("UPDATE Music SET a = 1 WHERE artist = 'Other'");
    }

    @Test
    void a_policy_can_tie_to_attributes_and_to_what_is_returned() {
        policy(
                allow(
                        "PartiQLUpdate",
                        """
                        "ForAllValues:StringEquals": {"dynamodb:Attributes": ["artist", "plays"]},
                        "StringEquals": {"dynamodb:ReturnValues": ["NONE", "UPDATED_NEW"]}
                        """));

        assertThat(refusal("UPDATE Music SET plays = 1 WHERE artist = 'Acme'"))
                .contains("ConditionalCheckFailedException");
        assertThat(
                        refusal(
                                "UPDATE Music SET plays = 1 WHERE artist = 'Acme' RETURNING MODIFIED NEW *"))
                .contains("ConditionalCheckFailedException");
        isDenied("UPDATE Music SET plays = 1 WHERE artist = 'Acme' RETURNING ALL OLD *");
        isDenied("UPDATE Music SET secret = 1 WHERE artist = 'Acme'");
        isDenied("UPDATE Music SET plays = 1 WHERE artist = 'Acme' AND secret = 2");
    }

    @Test
    void each_statement_of_a_batch_and_of_a_transaction_is_asked_about() {
        policy(allow("PartiQLInsert", ""));
        var insert = "INSERT INTO Music VALUE {'artist': 'Acme'}";
        var delete = "DELETE FROM Music WHERE artist = 'Acme'";

        assertThat(
                        CloudAccount.refusal(() ->
                                dynamoDb.batchExecuteStatement(request ->
                                        request.statements(
                                                List.of(
                                                        BatchStatementRequest.builder()
                                                                .statement(insert)
                                                                .build(),
                                                        BatchStatementRequest.builder()
                                                                .statement(delete)
                                                                .build())))))
                .contains("dynamodb:PartiQLDelete");
        assertThat(
                        CloudAccount.refusal(() ->
                                dynamoDb.executeTransaction(request ->
                                        request.transactStatements(
                                                ParameterizedStatement.builder()
                                                        .statement(insert)
                                                        .build(),
                                                ParameterizedStatement.builder()
                                                        .statement(delete)
                                                        .build()))))
                .contains("dynamodb:PartiQLDelete");
        isAllowed(insert);
    }
}
