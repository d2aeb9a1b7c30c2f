package groundschool.emulator.iam;

import static groundschool.emulator.iam.CloudAccount.policy;
import static groundschool.emulator.iam.CloudAccount.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// What somebody may do is remembered, and never longer than it is true.
class StandingTest {

    private static final String DENIED =
            "is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/";

    private final CloudAccount account = new CloudAccount();
    private final DynamoDbClient dynamoDb = account.dynamoDb(account.user("Ada"));

    @BeforeEach
    void open() {
        var administrator = account.dynamoDb(account.administratorCredentials());
        for (var table : new String[] {"notes", "secrets"}) {
            administrator.createTable(request ->
                    request.tableName(table)
                            .billingMode("PAY_PER_REQUEST")
                            .attributeDefinitions(attribute ->
                                    attribute
                                            .attributeName("id")
                                            .attributeType(ScalarAttributeType.S))
                            .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH)));
        }
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void ends_with_the_policy_that_allowed_it() {
        account.allow("Ada", "dynamodb:GetItem");
        read("notes", "1");
        read("notes", "1");

        account.iam()
                .deleteUserPolicy(
                        request -> request.userName("Ada").policyName("allow-dynamodb-GetItem"));

        assertThat(refusal(() -> read("notes", "1"))).contains(DENIED + "notes");
        account.allow("Ada", "dynamodb:GetItem");
        read("notes", "1");
    }

    @Test
    void ends_with_a_policy_that_denies_it() {
        account.allow("Ada", "dynamodb:*");
        read("notes", "1");

        account.iam()
                .putUserPolicy(request ->
                        request.userName("Ada")
                                .policyName("not-that")
                                .policyDocument(policy("Deny", "dynamodb:GetItem")));

        assertThat(refusal(() -> read("notes", "1"))).contains("with an explicit deny");
        write("notes", "1");
    }

    @Test
    void is_of_one_resource_and_one_action_and_one_user() {
        account.iam()
                .putUserPolicy(request ->
                        request.userName("Ada")
                                .policyName("notes")
                                .policyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                                         "Action": "dynamodb:GetItem",
                                         "Resource": "arn:aws:dynamodb:eu-west-1:123456789012:table/notes"}]}
                                        """));
        read("notes", "1");

        assertThat(refusal(() -> read("secrets", "1"))).contains(DENIED + "secrets");
        assertThat(refusal(() -> write("notes", "1"))).contains("dynamodb:PutItem");
        var bob = account.dynamoDb(account.user("Bob"));
        assertThat(refusal(() -> read(bob, "notes", "1"))).contains(DENIED + "notes");
        read("notes", "2");
    }

    @Test
    void is_asked_each_time_where_a_condition_is_tested() {
        account.iam()
                .putUserPolicy(request ->
                        request.userName("Ada")
                                .policyName("own")
                                .policyDocument(
                                        """
                                        {"Version": "2012-10-17", "Statement": [
                                         {"Effect": "Allow", "Action": "dynamodb:*", "Resource": "*"},
                                         {"Effect": "Deny", "Action": "dynamodb:GetItem", "Resource": "*",
                                          "Condition": {"ForAnyValue:StringEquals": {"dynamodb:LeadingKeys": ["hers"]}}}]}
                                        """));

        read("notes", "1");
        assertThat(refusal(() -> read("notes", "hers"))).contains("with an explicit deny");
        read("notes", "1");
        assertThat(refusal(() -> read("notes", "hers"))).contains("with an explicit deny");
    }

    @Test
    void ends_with_a_policy_of_the_table() {
        account.allow("Ada", "dynamodb:GetItem");
        read("notes", "1");

        account.dynamoDb(account.administratorCredentials())
                .putResourcePolicy(request ->
                        request.resourceArn("arn:aws:dynamodb:eu-west-1:123456789012:table/notes")
                                .policy(
                                        """
                                        {"Version": "2012-10-17", "Statement": [{"Effect": "Deny",
                                         "Principal": {"AWS": "arn:aws:iam::123456789012:user/Ada"},
                                         "Action": "dynamodb:GetItem",
                                         "Resource": "arn:aws:dynamodb:eu-west-1:123456789012:table/notes"}]}
                                        """));

        assertThat(refusal(() -> read("notes", "1"))).contains("with an explicit deny");
    }

    @Test
    void is_that_of_the_state_after_a_rewind() {
        var before = account.sandbox().checkpoint();
        account.allow("Ada", "dynamodb:GetItem");
        read("notes", "1");

        account.sandbox().rewind(before);

        assertThat(refusal(() -> read("notes", "1"))).contains(DENIED + "notes");
    }

    private void read(String table, String id) {
        read(dynamoDb, table, id);
    }

    private static void read(DynamoDbClient client, String table, String id) {
        client.getItem(request -> request.tableName(table).key(key(id)));
    }

    private void write(String table, String id) {
        dynamoDb.putItem(request -> request.tableName(table).item(key(id)));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }
}
