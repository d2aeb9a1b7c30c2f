package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// An account with the table `Tab`, whose key is `pk` and `sk`, and statements about it.
record StatementTable(Account account) {

    static StatementTable create() {
        var account = new Account();
        account.call(
                "CreateTable",
                """
                {"TableName": "Tab", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [
                    {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"},
                    {"AttributeName": "g", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
                 "GlobalSecondaryIndexes": [
                    {"IndexName": "idx", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}],
                     "Projection": {"ProjectionType": "ALL"}}]}
                """);
        return new StatementTable(account);
    }

    void put(String pk, String more) {
        account.call(
                "PutItem",
                "{\"TableName\": \"Tab\", \"Item\": {\"pk\": {\"S\": \"%s\"}, \"sk\": {\"S\": \"1\"}%s}}"
                        .formatted(pk, more));
    }

    JsonNode get(String pk) {
        return account.call(
                        "GetItem",
                        "{\"TableName\": \"Tab\", \"Key\": {\"pk\": {\"S\": \"%s\"}, \"sk\": {\"S\": \"1\"}}}"
                                .formatted(pk))
                .path("Item");
    }

    /// A statement as a member of a request.
    static String member(String statement, String more) {
        return "{\"Statement\": %s%s}"
                .formatted(JsonNodeFactory.instance.stringNode(statement), more);
    }

    JsonNode transact(String... statements) {
        return transactWith("", plain(statements));
    }

    JsonNode transactWith(String more, String members) {
        return account.call(
                "ExecuteTransaction", "{\"TransactStatements\": [%s]%s}".formatted(members, more));
    }

    AwsException refusedTransaction(String... statements) {
        return catchThrowableOfType(AwsException.class, () -> transact(statements));
    }

    JsonNode batch(String... statements) {
        return batchWith("", plain(statements));
    }

    JsonNode batchWith(String more, String members) {
        return account.call(
                "BatchExecuteStatement", "{\"Statements\": [%s]%s}".formatted(members, more));
    }

    private static String plain(String... statements) {
        return Arrays.stream(statements)
                .map(statement -> member(statement, ""))
                .collect(Collectors.joining(","));
    }
}
