package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Whatever is sent, the answer is one that the service has: tried with much that a seed makes of
/// the pieces of expressions and statements.
@Timeout(120)
class NonsenseTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 1_500;
    private static final Set<String> REFUSALS =
            Set.of(
                    "ValidationException",
                    "ConditionalCheckFailedException",
                    "DuplicateItemException",
                    "SerializationException",
                    "TransactionCanceledException",
                    "ResourceNotFoundException",
                    "UnknownOperationException");
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "b",
                    "pk",
                    "sk",
                    "#n",
                    ":v",
                    ":w",
                    "(",
                    ")",
                    "[",
                    "]",
                    "[0]",
                    "[99999999999]",
                    ",",
                    ".",
                    "=",
                    "<>",
                    "<",
                    "<=",
                    ">",
                    ">=",
                    "+",
                    "-",
                    "AND",
                    "OR",
                    "NOT",
                    "BETWEEN",
                    "IN",
                    "SET",
                    "REMOVE",
                    "ADD",
                    "DELETE",
                    "size(",
                    "contains(",
                    "begins_with(",
                    "attribute_exists(",
                    "attribute_type(",
                    "if_not_exists(",
                    "list_append(",
                    "'x'",
                    "1",
                    "1e999",
                    "\u0000",
                    "\ud83c\udf82",
                    "\"",
                    "\\",
                    "SELECT",
                    "*",
                    "FROM",
                    "Tab",
                    "WHERE",
                    "INSERT INTO",
                    "VALUE",
                    "{",
                    "}",
                    "<<",
                    ">>",
                    "?",
                    "ORDER BY",
                    "IS MISSING",
                    "UPDATE",
                    "RETURNING ALL OLD *",
                    "EXISTS(",
                    ";",
                    "--",
                    "status",
                    "null",
                    "true");

    private final StatementTable table = StatementTable.create();

    @AfterEach
    void close() {
        table.account().close();
    }

    @RepeatedTest(3)
    void expressions_of_any_pieces_are_refused_in_the_services_words(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var input = JsonNodeFactory.instance.objectNode().put("TableName", "Tab");
            var operation =
                    switch (random.nextInt(4)) {
                        case 0 -> {
                            input.put("FilterExpression", pieces(random));
                            yield "Scan";
                        }
                        case 1 -> {
                            input.put("KeyConditionExpression", pieces(random));
                            yield "Query";
                        }
                        case 2 -> {
                            input.set(
                                    "Key",
                                    JSON.readTree("{\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"s\"}}"));
                            input.put("UpdateExpression", pieces(random));
                            yield "UpdateItem";
                        }
                        default -> {
                            input.set(
                                    "Key",
                                    JSON.readTree("{\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"s\"}}"));
                            input.put("ProjectionExpression", pieces(random));
                            yield "GetItem";
                        }
                    };
            if (random.nextBoolean()) {
                input.set("ExpressionAttributeNames", JSON.readTree("{\"#n\":\"a\"}"));
            }
            if (random.nextBoolean() && !operation.equals("GetItem")) {
                input.set(
                        "ExpressionAttributeValues",
                        JSON.readTree("{\":v\":{\"N\":\"1\"},\":w\":{\"S\":\"x\"}}"));
            }
            attempt(operation, input.toString());
        }
    }

    @RepeatedTest(3)
    void statements_of_any_pieces_are_refused_in_the_services_words(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < TRIES; i++) {
            var input = JsonNodeFactory.instance.objectNode().put("Statement", pieces(random));
            attempt("ExecuteStatement", input.toString());
        }
    }

    private static String pieces(Random random) {
        var chosen = new ArrayList<String>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            chosen.add(pick(PIECES, random));
        }
        return String.join(random.nextInt(3) == 0 ? "" : " ", chosen);
    }

    private static <E> E pick(List<E> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    private void attempt(String operation, String input) {
        try {
            table.account().call(operation, input);
        } catch (AwsException refusal) {
            assertThat(refusal.code()).as(input).isIn(REFUSALS);
            assertThat(refusal.status()).as(input).isEqualTo(400);
        }
    }
}
