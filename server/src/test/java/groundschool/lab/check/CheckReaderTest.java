package groundschool.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.CheckBlock;
import groundschool.content.Lab;
import groundschool.content.Problem;
import groundschool.content.Prose;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckReaderTest {

    @Test
    void refuses_kinds_that_are_not_there_yet_at_their_line() {
        assertThat(problems("http", "GET /orders", "expect", Map.of("status", 200L)))
                .containsExactly("lab.md:5: `http:` is not there yet: use call, ledger or answer");
        assertThat(problems("invoke", "orders", "expect", Map.of()))
                .containsExactly(
                        "lab.md:5: `invoke:` is not there yet: use call, ledger or answer");
    }

    @Test
    void reports_each_mistake() {
        assertThat(problems("call", "DescribeTable", "expect", Map.of()))
                .singleElement()
                .asString()
                .contains("a service and an operation");
        assertThat(problems("call", "dynamodb Scan"))
                .singleElement()
                .asString()
                .contains("either `expect:` or `error:`");
        assertThat(problems("call", "dynamodb Scan", "expect", Map.of("Items[", 1L)))
                .singleElement()
                .asString()
                .startsWith("lab.md:9: `Items[` is not JMESPath");
        assertThat(problems("call", "dynamodb Scan", "expect", Map.of("Count", Map.of("over", 1L))))
                .singleElement()
                .asString()
                .contains("one of matches, contains, atLeast, absent");
        assertThat(
                        problems(
                                "call",
                                "dynamodb Scan",
                                "input",
                                Map.of("TableName", "${tabel}"),
                                "expect",
                                Map.of()))
                .singleElement()
                .asString()
                .contains("there is no variable tabel");
        assertThat(problems("answer", "How many?", "expect", 3L, "input", Map.of()))
                .singleElement()
                .asString()
                .contains("`input:` does not belong to `answer:`");
        assertThat(problems("after", "soon", "ledger", "dynamodb Scan", "expect", Map.of()))
                .singleElement()
                .asString()
                .contains("2h, 30m or 1d12h");
    }

    @Test
    void reads_a_pattern_as_a_run_will_have_it() {
        assertThat(
                        problems(
                                "call",
                                "dynamodb Scan",
                                "expect",
                                Map.of("Items", Map.of("matches", ".*${table}.*"))))
                .isEmpty();
    }

    private static List<String> problems(Object... fields) {
        return CheckReader.problems(lab(CheckTest.block(fields))).stream()
                .map(Problem::toString)
                .toList();
    }

    private static Lab lab(CheckBlock check) {
        return new Lab(
                "lab",
                "A lab",
                Duration.ofMinutes(5),
                List.of(),
                List.of(),
                List.of(),
                Map.of("table", "orders-${random}"),
                Prose.EMPTY,
                List.of(new Lab.Step("step", "Step", Prose.EMPTY, List.of(check))),
                new LinkedHashMap<>(),
                new Lab.Script("", "", new LinkedHashMap<>()),
                Map.of());
    }
}
