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
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckReaderTest {

    @Test
    void a_request_names_a_method_and_an_address_and_an_invocation_says_what_it_expects() {
        assertThat(problems("http", "GET /orders", "expect", Map.of("status", 200L)))
                .containsExactly(
                        "lab.md:5: a request is a method and an address: `GET http://${bucket}.s3-website.eu-west-1.localhost/`");
        assertThat(problems("http", "GET http://localhost/", "headers", "Origin"))
                .containsExactly(
                        "lab.md:5: `expect:` is missing",
                        "lab.md:5: `headers:` has names and values: `{ Origin: … }`");
        assertThat(problems("invoke", "orders")).containsExactly("lab.md:5: `expect:` is missing");
    }

    @Test
    void an_identity_has_logins_at_most() {
        assertThat(problems(tryingAs(Map.of("identity", "eu-west-1:a")))).isEmpty();
        assertThat(
                        problems(
                                tryingAs(
                                        Map.of(
                                                "identity",
                                                "eu-west-1:a",
                                                "logins",
                                                Map.of("id.example.com", "token")))))
                .isEmpty();
        assertThat(problems(tryingAs(Map.of("identity", "eu-west-1:a", "role", "b"))))
                .singleElement()
                .asString()
                .endsWith(
                        ": an identity has `logins:` at most: `{ identity: …, logins: { provider: token } }`");
        assertThat(problems(tryingAs(Map.of("stranger", "b"))))
                .singleElement()
                .asString()
                .endsWith(
                        ": `as:` names one of the learner's own: `{ role: … }`, `{ user: … }` or `{ identity: … }`");
    }

    private static Object[] tryingAs(Map<String, Object> who) {
        return new Object[] {"as", who, "call", "s3 ListBuckets", "expect", "denied"};
    }

    @Test
    void what_is_found_has_a_call_and_a_path_and_may_be_used_after_it() {
        Map<String, Object> find = Map.of("call", "dynamodb ListTables", "path", "TableNames[0]");

        assertThat(
                        problems(
                                "find",
                                Map.of("name", find),
                                "call",
                                "dynamodb DescribeTable",
                                "input",
                                Map.of("TableName", "${name}"),
                                "expect",
                                Map.of()))
                .isEmpty();
        assertThat(problems("find", "name", "http", "GET http://localhost/", "expect", Map.of()))
                .containsExactly("lab.md:5: `find:` has names, and below each a call and a path");
        assertThat(
                        problems(
                                "find",
                                Map.of("name", Map.of("call", "dynamodb ListTables", "path", "]")),
                                "http",
                                "GET http://localhost/",
                                "expect",
                                Map.of()))
                .singleElement()
                .asString()
                .startsWith("lab.md:5: `]` is not JMESPath: ");
        assertThat(
                        problems(
                                "find",
                                Map.of("name", Map.of("in", "{}", "path", "a", "part", "port")),
                                "http",
                                "GET http://localhost/",
                                "expect",
                                Map.of()))
                .containsExactly(
                        "lab.md:5: the parts of an address are `host`, `path` and `query`");
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
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("table", "orders-${random}"),
                false,
                Prose.EMPTY,
                List.of(new Lab.Step("step", "Step", Prose.EMPTY, List.of(check))),
                new LinkedHashMap<>(),
                new Lab.Script("", "", new LinkedHashMap<>()),
                Map.of());
    }
}
