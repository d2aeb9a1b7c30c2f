package groundschool.emulator.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {

    private static final String LINE =
            "127.0.0.1 - frank [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534";

    @ParameterizedTest(name = "{0} means [{1}]: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    ` `                        ; anything ; true
                    ERROR                      ; [ERROR 400] bad ; true
                    ERROR                      ; [error 400] bad ; false
                    ERROR bad                  ; [ERROR 400] bad ; true
                    ERROR good                 ; [ERROR 400] bad ; false
                    ?ERROR ?WARN               ; WARN it ; true
                    ?ERROR ?WARN               ; INFO it ; false
                    ?ERROR ?WARN it            ; INFO it ; true
                    "not found"                ; it was not found ; true
                    "not found"                ; found not ; false
                    ERROR -bad                 ; ERROR bad ; false
                    -bad                       ; good ; true
                    -"very bad"                ; very bad ; false
                    %user-[0-9]+%              ; of user-12 today ; true
                    %^user-[0-9]+%             ; of user-12 today ; false
                    """)
    void words(String pattern, String message, boolean isMeant) {
        assertThat(FilterPattern.of(pattern).matches(message)).isEqualTo(isMeant);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    { $.type = "Update" } ; true
                    { $.type = Update } ; true
                    { $.type = "Up*" } ; true
                    { $.type = "*date" } ; true
                    { $.type = "update" } ; false
                    { $.type != "Delete" } ; true
                    {$.user.id=7} ; true
                    { $.user.id > 6 } ; true
                    { $.user.id >= 7.0 && $.user.id < 1e1 } ; true
                    { $.user.id < 7 } ; false
                    { $.user.roles[0] = "admin" } ; true
                    { $.user.roles[*] = "guest" } ; true
                    { $.user.roles[2] = "guest" } ; false
                    { $.user.roles[*] = "nobody" } ; false
                    { $.nothing IS NULL } ; true
                    { $.type IS NULL } ; false
                    { $.absent IS NULL } ; false
                    { $.absent NOT EXISTS } ; true
                    { $.nothing NOT EXISTS } ; false
                    { $.isNew IS TRUE } ; true
                    { $.isNew is false } ; false
                    { $.ip = 10.0.* } ; true
                    { $.ip = 10.1.* } ; false
                    { $.ip = %10[.]0[.]% } ; true
                    { $.a = 1 || $.type = "Update" } ; true
                    { ($.a = 1 || $.user.id = 7) && $.b = 2 } ; false
                    { $.['odd.name'] = 1 } ; true
                    """)
    void json(String pattern, boolean isMeant) {
        var event =
                """
                {"type": "Update", "user": {"id": 7, "roles": ["admin", "guest"]}, "nothing": null,
                 "isNew": true, "ip": "10.0.3.4", "odd.name": 1}
                """;

        assertThat(FilterPattern.of(pattern).matches(event)).isEqualTo(isMeant);
        assertThat(FilterPattern.of(pattern).matches("no JSON")).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    [ip, user, username, timestamp, request, status_code, bytes] ; true
                    [ip, user, username, timestamp, request, status_code] ; false
                    [ip, user, username, timestamp, request, status_code = 4*, bytes > 1000] ; true
                    [ip, user, username, timestamp, request, status_code = 5*, bytes] ; false
                    [..., status_code = 404 || status_code = 410, bytes] ; true
                    [..., bytes > 1000 && bytes < 1500] ; false
                    [ip != 127.*, ...] ; false
                    [ip, , , , request = "*html*", ...] ; true
                    [..., request = %index%, status, bytes] ; true
                    [] ; true
                    """)
    void fields(String pattern, boolean isMeant) {
        assertThat(FilterPattern.of(pattern).matches(LINE)).isEqualTo(isMeant);
    }

    @Test
    void fields_are_named_or_numbered() {
        assertThat(FilterPattern.of("[ip, ..., status, bytes]").match(new LogText(LINE)))
                .hasValueSatisfying(found ->
                        assertThat(found)
                                .containsAllEntriesOf(
                                        Map.of(
                                                "$ip", "127.0.0.1",
                                                "$2", "-",
                                                "$5", "GET /index.html HTTP/1.0",
                                                "$status", "404",
                                                "$bytes", "1534")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{ $.a = }",
                "{ $.a }",
                "{ a = 1 }",
                "{ $.a > \"x\" }",
                "{ $.a = 1 &&  }",
                "[a, b",
                "[..., ...]",
                "\"open",
                "%open",
                "%[%",
                "{ $.a = 1 } more",
                "?",
                "-",
                "%a% %b% %c%",
                "{ ($.a = 1 }",
                "{ $ = 1 }",
                "[a = 1 || b = 2]"
            })
    void what_is_no_pattern_is_refused(String text) {
        assertThatThrownBy(() -> FilterPattern.of(text))
                .isInstanceOf(AwsException.class)
                .hasMessage("Invalid filter pattern");
    }

    @Test
    void a_pattern_s_text_means_the_same_pattern() {
        for (int seed = 0; seed < 2_000; seed++) {
            var pattern = new Made(new Random(seed)).pattern();

            assertThat(FilterPattern.of(pattern.toString()))
                    .as("seed %d: %s", seed, pattern)
                    .isEqualTo(pattern);
        }
    }

    @Test
    void any_text_is_a_pattern_or_is_refused() {
        var parts =
                List.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        "(",
                        ")",
                        "$",
                        ".a",
                        "[*]",
                        "[0]",
                        " ",
                        "=",
                        "!=",
                        ">",
                        "\"",
                        "%",
                        "*",
                        "?",
                        "-",
                        "&&",
                        "||",
                        "IS",
                        "NOT EXISTS",
                        "NULL",
                        "...",
                        ",",
                        "1",
                        "é",
                        "\\",
                        "'",
                        "name");
        for (int seed = 0; seed < 20_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            try {
                FilterPattern.of(text.toString()).matches("{\"a\": [1, null]}");
            } catch (AwsException refusal) {
                assertThat(refusal.code()).isEqualTo("InvalidParameterException");
            }
        }
    }

    @Test
    void an_expression_that_would_take_for_ever_finds_nothing() {
        assertThat(FilterPattern.of("%(a*)*b%").matches("a".repeat(5_000))).isFalse();
    }

    /// Makes patterns by chance.
    private record Made(Random random) {

        FilterPattern pattern() {
            return switch (random.nextInt(4)) {
                case 0 -> new FilterPattern.Words(texts(1), texts(0), texts(0));
                case 1 -> new FilterPattern.Fields(columns());
                case 2 -> new FilterPattern.Everything();
                default -> new FilterPattern.Json(condition(3));
            };
        }

        private List<Text> texts(int least) {
            var texts = new ArrayList<Text>();
            for (int i = random.nextInt(3) + least; i > 0; i--) {
                texts.add(new Text.Literal(characters(), false));
            }
            return texts;
        }

        private JsonCondition condition(int depth) {
            if (depth > 0 && random.nextBoolean()) {
                // Parts of the same kind would be printed in brackets and read as they are.
                return new JsonCondition.Several(
                        random.nextBoolean(), List.of(condition(depth - 1), condition(depth - 1)));
            }
            return random.nextInt(4) == 0
                    ? new JsonCondition.Is(
                            selector(), JsonCondition.Kind.values()[random.nextInt(4)])
                    : new JsonCondition.Compares(selector(), comparison());
        }

        private Selector selector() {
            var steps = new ArrayList<Selector.Step>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                steps.add(
                        switch (random.nextInt(4)) {
                            case 0 -> new Selector.Step.Element(random.nextInt(10));
                            case 1 -> new Selector.Step.Every();
                            case 2 -> new Selector.Step.Member("odd name");
                            default -> new Selector.Step.Member("m" + random.nextInt(10));
                        });
            }
            return new Selector(steps);
        }

        private Comparison comparison() {
            var operators = Comparison.Operator.values();
            return random.nextBoolean()
                    ? new Comparison(
                            operators[random.nextInt(operators.length)],
                            new Comparison.Wanted.Number(
                                    new java.math.BigDecimal(random.nextInt(1000) - 500)))
                    : new Comparison(
                            operators[random.nextInt(2)],
                            new Comparison.Wanted.Characters(new Text.Literal(characters(), true)));
        }

        private List<Column> columns() {
            var columns = new ArrayList<Column>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                columns.add(
                        random.nextBoolean()
                                ? new Column("c" + i, List.of())
                                : new Column(
                                        "c" + i,
                                        List.of(
                                                List.of(comparison()),
                                                List.of(comparison(), comparison()))));
            }
            return columns;
        }

        private String characters() {
            var all = "ab*\"\\ ?-%{}é";
            var text = new StringBuilder();
            for (int i = random.nextInt(6); i >= 0; i--) {
                text.append(all.charAt(random.nextInt(all.length())));
            }
            return text.toString();
        }
    }
}
