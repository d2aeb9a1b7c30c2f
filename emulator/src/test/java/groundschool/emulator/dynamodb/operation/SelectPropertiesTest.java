package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.AwsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A SELECT finds what a scan with the same condition finds, each item once, and what a query finds
/// in the query's order, whatever the condition and however long the pages: tried with many that a
/// seed makes.
class SelectPropertiesTest {

    private static final int TRIES = 300;

    private final StatementTable table = StatementTable.create();

    @AfterEach
    void close() {
        table.account().close();
    }

    /// The same condition as PartiQL and as an expression with its values.
    private record Both(String statement, String expression) {}

    @RepeatedTest(3)
    void finds_what_a_scan_finds(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        fill(random);
        int compared = 0;
        for (int i = 0; i < TRIES; i++) {
            var values = JsonNodeFactory.instance.objectNode();
            var condition = condition(random, 3, values);
            try {
                var selected = selected("SELECT * FROM Tab WHERE " + condition.statement, random);

                assertThat(new HashSet<>(selected))
                        .as(condition.statement)
                        .hasSize(selected.size());
                assertThat(Set.copyOf(selected))
                        .as(condition.statement)
                        .isEqualTo(scanned(condition.expression, values));
                compared++;
            } catch (AwsException refusal) {
                assertThat(refusal.message()).as(condition.statement).startsWith("Overlapping");
            }
        }
        assertThat(compared).isGreaterThan(TRIES / 2);
    }

    @RepeatedTest(3)
    void finds_what_a_query_finds_in_its_order(RepetitionInfo repetition) {
        var random = new Random(50 + repetition.getCurrentRepetition());
        fill(random);
        for (int i = 0; i < TRIES; i++) {
            var values = JsonNodeFactory.instance.objectNode();
            var operator = List.of("=", "<", "<=", ">", ">=").get(random.nextInt(5));
            var partition = compared("pk", "=", "p" + random.nextInt(3), values);
            var sort = compared("sk", operator, "" + random.nextInt(9), values);
            boolean descending = random.nextBoolean();

            var selected =
                    selected(
                            "SELECT * FROM Tab WHERE %s AND %s ORDER BY sk %s"
                                    .formatted(
                                            partition.statement,
                                            sort.statement,
                                            descending ? "DESC" : "ASC"),
                            random);

            var queried =
                    table.account()
                            .call(
                                    "Query",
                                    """
                                    {"TableName": "Tab", "KeyConditionExpression": "%s AND %s",
                                     "ExpressionAttributeValues": %s, "ScanIndexForward": %s}
                                    """
                                            .formatted(
                                                    partition.expression,
                                                    sort.expression,
                                                    values,
                                                    !descending));
            assertThat(selected).isEqualTo(queried.get("Items").valueStream().toList());
        }
    }

    private void fill(Random random) {
        for (int i = 0; i < 40; i++) {
            table.account()
                    .call(
                            "PutItem",
                            """
                            {"TableName": "Tab", "Item": {"pk": {"S": "p%d"}, "sk": {"S": "%d"}, "n": {"N": "%d"}%s}}
                            """
                                    .formatted(
                                            random.nextInt(3),
                                            random.nextInt(9),
                                            random.nextInt(5),
                                            random.nextBoolean() ? ", \"a\": {\"S\": \"x\"}" : ""));
        }
    }

    private Both condition(Random random, int depth, ObjectNode values) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return simple(random, values);
        }
        var left = condition(random, depth - 1, values);
        if (random.nextInt(4) == 0) {
            return new Both("NOT " + left.statement, "NOT " + left.expression);
        }
        var right = condition(random, depth - 1, values);
        var operator = random.nextInt(3) == 0 ? "OR" : "AND";
        return new Both(
                "(%s %s %s)".formatted(left.statement, operator, right.statement),
                "(%s %s %s)".formatted(left.expression, operator, right.expression));
    }

    private Both simple(Random random, ObjectNode values) {
        var operator = List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
        return switch (random.nextInt(6)) {
            case 0, 1 -> compared("pk", "=", "p" + random.nextInt(3), values);
            case 2, 3 -> compared("sk", operator, "" + random.nextInt(9), values);
            case 4 -> new Both("a IS NOT MISSING", "attribute_exists(a)");
            default -> {
                var number = random.nextInt(5);
                var name = ":v" + values.size();
                values.set(name, JsonNodeFactory.instance.objectNode().put("N", "" + number));
                yield new Both(
                        "n %s %d".formatted(operator, number), "n %s %s".formatted(operator, name));
            }
        };
    }

    private static Both compared(
            String attribute, String operator, String text, ObjectNode values) {
        var name = ":v" + values.size();
        values.set(name, JsonNodeFactory.instance.objectNode().put("S", text));
        return new Both(
                "%s %s '%s'".formatted(attribute, operator, text),
                "%s %s %s".formatted(attribute, operator, name));
    }

    private List<JsonNode> selected(String statement, Random random) {
        var items = new ArrayList<JsonNode>();
        int limit = 1 + random.nextInt(20);
        var token = "";
        do {
            var more = token.isEmpty() ? "" : ", \"NextToken\": \"" + token + "\"";
            var answer =
                    table.account()
                            .call(
                                    "ExecuteStatement",
                                    StatementTable.member(
                                            statement, ", \"Limit\": " + limit + more));
            answer.get("Items").forEach(items::add);
            token = answer.path("NextToken").asString("");
        } while (!token.isEmpty());
        return items;
    }

    private Set<JsonNode> scanned(String expression, ObjectNode values) {
        var with = values.isEmpty() ? "" : ", \"ExpressionAttributeValues\": " + values;
        var answer =
                table.account()
                        .call(
                                "Scan",
                                "{\"TableName\": \"Tab\", \"FilterExpression\": \"%s\"%s}"
                                        .formatted(expression, with));
        var items = new HashSet<JsonNode>();
        answer.get("Items").forEach(items::add);
        return items;
    }
}
