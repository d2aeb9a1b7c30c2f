package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeleteTableTest {

    private final Account account = new Account();

    @AfterEach
    void close() {
        account.close();
    }

    /// Recorded by LocalStack: `test_table_crud`.
    @Test
    void answers_deleting_and_is_gone_for_the_next_call() {
        create("Orders", "");

        var deleted = account.call("DeleteTable", named("Orders")).path("TableDescription");

        assertThat(deleted.path("TableStatus").asString()).isEqualTo("DELETING");
        assertThat(deleted.propertyNames())
                .containsExactlyInAnyOrder(
                        "DeletionProtectionEnabled",
                        "ItemCount",
                        "ProvisionedThroughput",
                        "TableArn",
                        "TableId",
                        "TableName",
                        "TableSizeBytes",
                        "TableStatus");
        assertThat(account.refusal("DescribeTable", named("Orders")))
                .isEqualTo(
                        "ResourceNotFoundException: Requested resource not found: Table: Orders not"
                                + " found");
    }

    /// Recorded by LocalStack: `test_table_crud`.
    @Test
    void refuses_a_table_that_is_not_there() {
        assertThat(account.refusal("DeleteTable", named("non-existent")))
                .isEqualTo(
                        "ResourceNotFoundException: Requested resource not found: Table:"
                                + " non-existent not found");
    }

    @Test
    void lets_a_protected_table_be() {
        create("Orders", ", \"DeletionProtectionEnabled\": true");

        assertThat(account.refusal("DeleteTable", named("Orders")))
                .isEqualTo(
                        "ValidationException: Resource cannot be deleted as it is currently"
                                + " protected against deletion. Disable deletion protection first.");
    }

    @Test
    void lists_tables_by_name_in_pages() {
        for (var name : new String[] {"Orders", "Bakeries", "Customers"}) {
            create(name, "");
        }

        assertThat(account.call("ListTables", "{\"Limit\": 2}"))
                .isEqualTo(
                        Account.json(
                                """
                                {"TableNames": ["Bakeries", "Customers"], "LastEvaluatedTableName": "Customers"}
                                """));
        assertThat(account.call("ListTables", "{\"ExclusiveStartTableName\": \"Customers\"}"))
                .isEqualTo(Account.json("{\"TableNames\": [\"Orders\"]}"));
    }

    private void create(String name, String more) {
        account.call(
                "CreateTable",
                """
                {"TableName": "%s",
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 5}%s}
                """
                        .formatted(name, more));
    }

    private static String named(String table) {
        return "{\"TableName\": \"" + table + "\"}";
    }
}
