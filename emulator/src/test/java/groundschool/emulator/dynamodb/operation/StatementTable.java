package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groundschool.emulator.AwsException;
import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// An account with the table `Tab`, whose key is `pk` and `sk`, with its indexes, and statements
/// about it.
record StatementTable(Account account) {

    static StatementTable create() {
        var account = new Account();
        account.call(
                "CreateTable",
                """
                {"TableName": "Tab", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [
                    {"AttributeName": "pk", "AttributeType": "S"}, {"AttributeName": "sk", "AttributeType": "S"},
                    {"AttributeName": "gsiPk", "AttributeType": "S"}, {"AttributeName": "gsiPk2", "AttributeType": "S"}, {"AttributeName": "g", "AttributeType": "S"},
                    {"AttributeName": "lsiSk", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "sk", "KeyType": "RANGE"}],
                 "GlobalSecondaryIndexes": [
                    {"IndexName": "idx", "KeySchema": [{"AttributeName": "g", "KeyType": "HASH"}],
                     "Projection": {"ProjectionType": "ALL"}},
                    {"IndexName": "gsi-all", "KeySchema": [{"AttributeName": "gsiPk", "KeyType": "HASH"}],
                     "Projection": {"ProjectionType": "ALL"}},
                    {"IndexName": "gsi-keys", "KeySchema": [{"AttributeName": "gsiPk2", "KeyType": "HASH"}],
                     "Projection": {"ProjectionType": "KEYS_ONLY"}},
                    {"IndexName": "gsi-inc", "KeySchema": [{"AttributeName": "gsiPk2", "KeyType": "HASH"}],
                     "Projection": {"ProjectionType": "INCLUDE", "NonKeyAttributes": ["projattr"]}}],
                 "LocalSecondaryIndexes": [
                    {"IndexName": "lsi-keys",
                     "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}, {"AttributeName": "lsiSk", "KeyType": "RANGE"}],
                     "Projection": {"ProjectionType": "KEYS_ONLY"}}]}
                """);
        return new StatementTable(account);
    }

    void put(String pk, String more) {
        put(pk, "1", more);
    }

    void put(String pk, String sk, String more) {
        account.call(
                "PutItem",
                "{\"TableName\": \"Tab\", \"Item\": {\"pk\": {\"S\": \"%s\"}, \"sk\": {\"S\": \"%s\"}%s}}"
                        .formatted(pk, sk, more));
    }

    JsonNode get(String pk) {
        return get(pk, "1");
    }

    JsonNode get(String pk, String sk) {
        return account.call(
                        "GetItem",
                        "{\"TableName\": \"Tab\", \"Key\": {\"pk\": {\"S\": \"%s\"}, \"sk\": {\"S\": \"%s\"}}}"
                                .formatted(pk, sk))
                .path("Item");
    }

    JsonNode execute(String statement) {
        return execute(statement, "");
    }

    /// @param more further members of the request
    JsonNode execute(String statement, String more) {
        return account.call("ExecuteStatement", member(statement, more));
    }

    String refusal(String statement) {
        return refusal(statement, "");
    }

    /// @param more further members of the request
    String refusal(String statement, String more) {
        return account.refusal("ExecuteStatement", member(statement, more));
    }

    /// The sort keys of what is found, such as `1 2 3`.
    String found(String where) {
        return keys(execute("SELECT sk FROM Tab WHERE " + where));
    }

    static String keys(JsonNode answer) {
        return answer.get("Items")
                .valueStream()
                .map(item -> item.at("/sk/S").stringValue())
                .collect(Collectors.joining(" "));
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
