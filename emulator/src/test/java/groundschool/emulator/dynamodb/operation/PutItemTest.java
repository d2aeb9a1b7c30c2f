package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PutItemTest {
    private final Account account = new Account();

    @BeforeEach
    void create_a_table() {
        account.call(
                "CreateTable",
                """
                {"TableName": "Books",
                 "KeySchema": [{"AttributeName": "isbn", "KeyType": "HASH"}],
                 "AttributeDefinitions": [{"AttributeName": "isbn", "AttributeType": "S"}],
                 "BillingMode": "PAY_PER_REQUEST"}
                """);
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void replaces_the_item_that_has_the_same_key() {
        put("{\"isbn\": {\"S\": \"1\"}, \"title\": {\"S\": \"Emma\"}}");
        put("{\"isbn\": {\"S\": \"1\"}, \"title\": {\"S\": \"Persuasion\"}}");

        assertThat(
                        account.call(
                                "GetItem",
                                "{\"TableName\": \"Books\", \"Key\": {\"isbn\": {\"S\": \"1\"}}}"))
                .isEqualTo(
                        Account.json(
                                "{\"Item\": {\"isbn\": {\"S\": \"1\"}, \"title\": {\"S\": \"Persuasion\"}}}"));
    }

    @Test
    void refuses_a_number_that_is_none() {
        assertThat(
                        account.refusal(
                                "PutItem",
                                "{\"TableName\": \"Books\", \"Item\": {\"isbn\": {\"S\": \"1\"}, \"n\": {\"N\": \"abc\"}}}"))
                .isEqualTo(
                        "ValidationException: The parameter cannot be converted to a numeric value:"
                                + " abc");
    }

    private void put(String item) {
        account.call("PutItem", "{\"TableName\": \"Books\", \"Item\": " + item + "}");
    }
}
