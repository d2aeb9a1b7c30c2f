package groundschool.proof;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.lab.check.Calls;
import groundschool.question.Proof;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ProofRunnerTest {

    private static final ProofRunner RUNNER = new ProofRunner();
    private static final Map<String, Object> TABLE =
            Map.of(
                    "call",
                    "dynamodb CreateTable",
                    "input",
                    Map.of(
                            "TableName",
                            "stock",
                            "BillingMode",
                            "PAY_PER_REQUEST",
                            "AttributeDefinitions",
                            List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
                            "KeySchema",
                            List.of(Map.of("AttributeName", "id", "KeyType", "HASH"))));
    private static final Map<String, Object> FLOUR =
            Map.of("call", "dynamodb PutItem", "input", item("sacks", "1"));

    @AfterAll
    static void close() {
        RUNNER.close();
    }

    @Test
    void holds_if_each_option_gives_what_its_author_says() {
        var run =
                run(
                        List.of(TABLE, FLOUR),
                        Map.of(
                                "call", "dynamodb UpdateItem",
                                "input", subtracting("sacks >= :n"),
                                "expect", Map.of("Attributes.sacks.N", "0")),
                        Map.of(
                                "call", "dynamodb UpdateItem",
                                "input", subtracting("sacks > :n"),
                                "error", "ConditionalCheckFailedException"));

        assertThat(run.problems()).isEmpty();
        assertThat(run.holds()).isTrue();
        assertThat(made(run).setup()).hasSize(2);
        assertThat(made(run).options()).containsOnlyKeys("1", "2");
        assertThat(made(run).options().sequencedValues().getLast().outcome())
                .isEqualTo(
                        new Calls.Outcome.Refused(
                                "ConditionalCheckFailedException",
                                "The conditional request failed"));
    }

    @Test
    void no_option_sees_what_another_did() {
        var takesOne =
                Map.<String, Object>of(
                        "call", "dynamodb UpdateItem",
                        "input", subtracting("sacks >= :n"),
                        "expect", Map.of("Attributes.sacks.N", "0"));

        assertThat(run(List.of(TABLE, FLOUR), takesOne, takesOne).holds()).isTrue();
    }

    @Test
    void says_at_the_line_of_the_option_what_it_gave_instead() {
        var run =
                run(
                        List.of(TABLE, FLOUR),
                        Map.of(
                                "call", "dynamodb GetItem",
                                "input", Map.of("TableName", "stock", "Key", key()),
                                "expect", Map.of("Item.sacks.N", "2")),
                        Map.of(
                                "call", "dynamodb GetItem",
                                "input", Map.of("TableName", "stock", "Key", key()),
                                "error", "ResourceNotFoundException"),
                        Map.of(
                                "call", "dynamodb GetItem",
                                "input", Map.of("TableName", "bread", "Key", key()),
                                "expect", Map.of("Item", Map.of("absent", true))));

        assertThat(run.problems())
                .extracting(Object::toString)
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .startsWith(
                                                "stock.questions.md:21: the proof does not hold: option 1 gave")
                                        .contains("Item.sacks.N = \"1\" where \"2\" was expected"),
                        second ->
                                assertThat(second)
                                        .contains(
                                                ":22: ",
                                                "option 2 gave an answer where ResourceNotFoundException"),
                        third ->
                                assertThat(third)
                                        .contains(
                                                ":23: ",
                                                "option 3 gave ResourceNotFoundException: "));
    }

    @Test
    void a_set_up_that_is_refused_ends_it() {
        var run =
                run(
                        List.of(FLOUR, TABLE),
                        Map.of(
                                "call",
                                "dynamodb ListTables",
                                "expect",
                                Map.of("TableNames", List.of())));

        assertThat(run.problems())
                .singleElement()
                .asString()
                .contains(
                        ":11: the proof does not hold: the set-up gave ResourceNotFoundException");
        assertThat(made(run).setup()).hasSize(1);
        assertThat(made(run).options()).isEmpty();
    }

    @Test
    void an_operation_that_the_emulator_lacks_is_named() {
        var run =
                run(
                        List.of(TABLE),
                        Map.of("call", "dynamodb SearchVectors", "expect", Map.of()),
                        Map.of("call", "sqs SendMessage", "expect", Map.of()),
                        Map.of("call", "dynamodb DoMagic", "expect", Map.of()));

        assertThat(run).isInstanceOf(ProofRun.Impossible.class);
        assertThat(run.problems())
                .extracting(Object::toString)
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .contains(
                                                ":21: the proof cannot be run: it calls dynamodb SearchVectors")
                                        .contains(
                                                "emulator does not have SearchVectors of dynamodb yet"),
                        second ->
                                assertThat(second)
                                        .contains("sqs SendMessage", "has no service sqs"),
                        third ->
                                assertThat(third)
                                        .contains("dynamodb DoMagic", "UnknownOperationException"));
    }

    @Test
    void what_is_written_wrong_is_said_as_for_checks_of_labs() {
        var run =
                run(
                        List.of(Map.of("call", "dynamodb ListTables", "expect", Map.of())),
                        Map.of("call", "ListTables", "error", "x"),
                        Map.of("call", "dynamodb ListTables"),
                        Map.of("call", "dynamodb ListTables", "expect", Map.of("a[", 1L)),
                        Map.of("call", "dynamodb ListTables", "expect", Map.of(), "after", "2h"),
                        Map.of("call", "dynamodb ListTables", "expect", Map.of(), "input", "all"));

        assertThat(run.problems())
                .extracting(Object::toString)
                .satisfiesExactly(
                        each -> assertThat(each).contains(":11: a call that sets up has neither"),
                        each ->
                                assertThat(each)
                                        .contains(":21: a call is a service and an operation"),
                        each ->
                                assertThat(each)
                                        .contains(":22: a call has either `expect:` or `error:`"),
                        each -> assertThat(each).contains(":23: `a[` is not JMESPath"),
                        each -> assertThat(each).contains(":24: `after:` does not belong"),
                        each -> assertThat(each).contains(":25: `input:` is an object"));
    }

    private static ProofRun.Made made(ProofRun run) {
        assertThat(run).isInstanceOf(ProofRun.Made.class);
        return (ProofRun.Made) run;
    }

    /// Set-up calls stand in the lines from 11, options in the lines from 21.
    @SafeVarargs
    private static ProofRun run(List<Map<String, Object>> setup, Map<String, Object>... options) {
        var byId = new LinkedHashMap<String, Proof.Call>();
        for (var option : options) {
            byId.put(String.valueOf(byId.size() + 1), new Proof.Call(option, 21 + byId.size()));
        }
        var calls =
                java.util.stream.IntStream.range(0, setup.size())
                        .mapToObj(place -> new Proof.Call(setup.get(place), 11 + place))
                        .toList();
        return RUNNER.run(new Proof(calls, byId, Path.of("stock.questions.md"), 10));
    }

    private static Map<String, Object> key() {
        return Map.of("id", Map.of("S", "flour"));
    }

    private static Map<String, Object> item(String name, String number) {
        return Map.of(
                "TableName",
                "stock",
                "Item",
                Map.of("id", Map.of("S", "flour"), name, Map.of("N", number)));
    }

    private static Map<String, Object> subtracting(String condition) {
        return Map.of(
                "TableName",
                "stock",
                "Key",
                key(),
                "UpdateExpression",
                "SET sacks = sacks - :n",
                "ConditionExpression",
                condition,
                "ExpressionAttributeValues",
                Map.of(":n", Map.of("N", "1")),
                "ReturnValues",
                "UPDATED_NEW");
    }
}
