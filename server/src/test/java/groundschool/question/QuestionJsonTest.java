package groundschool.question;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.Prose;
import groundschool.content.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionJsonTest {

    @ParameterizedTest
    @MethodSource
    void reads_what_it_wrote(Question question) {
        assertThat(QuestionJson.read(QuestionJson.write(question))).isEqualTo(question);
    }

    static Stream<Question> reads_what_it_wrote() {
        var options = List.of(option("1"), option("2"), option("3"));
        return Stream.of(
                new Choice(details(), options, "2"),
                new MultipleResponse(details(), options, Set.of("1", "3")),
                new Ordering(
                        details(),
                        List.of(
                                new Ordering.Item("mix", prose("Mix")),
                                new Ordering.Item("bake", prose("Bake")))),
                new Matching(
                        details(),
                        "Bread",
                        "Flour",
                        List.of(
                                new Matching.Pair(
                                        "1",
                                        prose("Rye loaf"),
                                        new Matching.Choosable("rye", prose("Rye"))))),
                new Number(details(), new BigDecimal("12"), new BigDecimal("0.5"), "WCU"));
    }

    private static Option option(String id) {
        return new Option(id, prose("Option " + id), prose("Because " + id));
    }

    private static Details details() {
        return new Details(
                "loaves",
                "Loaves",
                Optional.of(new Details.SharedStem("case", "A case", prose("The bakery"))),
                prose("How many?"),
                Optional.of("1.3.4"),
                2,
                prose("So many."),
                List.of(new Source("Limits", "https://docs.aws.amazon.com/")),
                Optional.empty());
    }

    private static Prose prose(String text) {
        return new Prose("<p>" + text + "</p>", text);
    }
}
