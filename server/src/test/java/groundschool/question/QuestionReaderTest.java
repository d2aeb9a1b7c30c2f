package groundschool.question;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.Problem;
import groundschool.content.Report;
import groundschool.content.markdown.Page;
import groundschool.content.markdown.Surroundings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {

    private final Report report = new Report(Path.of("q.md"), false);

    private Optional<Question> read(String attributes, String body) {
        var text =
                "## Loaves {#loaves objective=1.1.1 %s}\n\n%s\n\nSource: [Bread](https://example.com/)\n"
                        .formatted(attributes, body);
        var section = new Page(text, report, Surroundings.NONE).sections(2).getFirst();
        return new QuestionReader(section, Optional.empty()).read();
    }

    private List<String> problems() {
        return report.problems().stream().map(Problem::message).toList();
    }

    @Test
    void reads_a_choice() {
        var question =
                (Choice)
                        read(
                                        "difficulty=3",
                                        """
                                        Which loaf?

                                        - [ ] Rye {#rye}

                                          Too dark.

                                        - [x] Wheat

                                          Just right.

                                        Wheat it is.\
                                        """)
                                .orElseThrow();

        assertThat(problems()).isEmpty();
        assertThat(question.right()).isEqualTo("2");
        assertThat(question.options()).extracting(Option::id).containsExactly("rye", "2");
        assertThat(question.options().getFirst().text().text()).isEqualTo("Rye");
        assertThat(question.options().getFirst().reason().html()).isEqualTo("<p>Too dark.</p>");
        assertThat(question.details().explanation().text()).isEqualTo("Wheat it is.");
        assertThat(question.details().difficulty()).isEqualTo(3);
    }

    @Test
    void refuses_an_option_without_a_reason() {
        read("", "Which?\n\n- [ ] Rye\n- [x] Wheat\n\n  Right.");

        assertThat(problems())
                .containsExactly(
                        "the option has no reason: say below it, indented, why it is right or wrong");
    }

    @Test
    void refuses_a_stem_that_says_two_over_three_right_options() {
        read("", "Which two?\n\n" + options("xxx "));

        assertThat(problems()).containsExactly("the stem asks for two, but 3 are right");
    }

    @Test
    void refuses_a_stem_that_does_not_say_how_many() {
        read("", "Which?\n\n" + options("xx  "));

        assertThat(problems())
                .containsExactly(
                        "2 options are right: the stem must say how many, such as \"Which two …?\"");
    }

    @Test
    void reads_a_multiple_response() {
        var question = read("", "In two ovens, which three loaves?\n\n" + options("xx x "));

        assertThat(problems()).isEmpty();
        assertThat(question)
                .hasValueSatisfying(it ->
                        assertThat(((MultipleResponse) it).right())
                                .isEqualTo(Set.of("1", "2", "4")));
    }

    @Test
    void refuses_all_of_the_above() {
        read("", "Which loaf?\n\n- [ ] Rye.\n\n  No.\n\n- [x] None of the above.\n\n  Yes.\n");

        assertThat(problems())
                .containsExactly(
                        "\"None of the above\" tests reading, not knowledge: write an option that stands for itself");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which oven is not unusable?",
                "No loaf is ever made without salt. What is in all?",
                "Which dough can never be made without yeast?",
                "What must not be left out, except in summer, and is nothing impossible?",
                "Which oven isn't\nunheated?"
            })
    void refuses_two_negatives_that_cancel_out(String stem) {
        read("", stem + "\n\n- [ ] Rye.\n\n  No.\n\n- [x] Wheat.\n\n  Yes.\n");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("the stem has two negatives that cancel out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The second loaf must cost nothing and must not burn. What then?",
                "A dough that cannot rise does not fill the tin. Why?",
                "No oven is under the roof until noon, and no unit is unique. Which is right?",
                "Nobody bakes, unless the oven is unheated. Which loaf is not baked?",
                "The oven does not start. The dough is unsalted. What is wrong?",
                "A loaf that was cut cannot be undone. Which one is it?"
            })
    void takes_two_negatives_that_have_nothing_to_do_with_each_other(String stem) {
        read("", stem + "\n\n- [ ] Rye.\n\n  No.\n\n- [x] Wheat.\n\n  Yes.\n");

        assertThat(problems()).isEmpty();
    }

    @Test
    void refuses_a_question_where_all_or_none_is_right() {
        read("", "Which two?\n\n" + options("xx"));
        read("", "Which?\n\n" + options("  "));

        assertThat(problems())
                .containsExactly(
                        "every option is right: a question needs wrong ones too",
                        "no option is right: mark one with [x]");
    }

    @Test
    void reads_an_ordering_and_mixes_it() {
        var question =
                (Ordering)
                        read("type=ordering", "Order.\n\n1. Mix\n2. Knead\n3. Bake\n\nSo it is.")
                                .orElseThrow();

        assertThat(problems()).isEmpty();
        assertThat(question.items())
                .extracting(it -> it.text().text())
                .containsExactly("Mix", "Knead", "Bake");
        assertThat(question.mixed())
                .isNotEqualTo(question.items())
                .containsExactlyInAnyOrderElementsOf(question.items());
    }

    @Test
    void reads_a_matching() {
        var question =
                (Matching)
                        read(
                                        "type=matching",
                                        "Match.\n\n| Loaf | Flour |\n|---|---|\n| a | Rye |\n| b | Wheat |\n| c | Rye |")
                                .orElseThrow();

        assertThat(problems()).isEmpty();
        assertThat(question.promptTitle()).isEqualTo("Loaf");
        assertThat(question.pairs()).hasSize(3);
        assertThat(question.answers()).hasSize(2);
    }

    @Test
    void refuses_orderings_and_matchings_of_the_wrong_size() {
        read("type=ordering", "Order.\n\n1. Mix\n2. Bake");
        read("type=matching", "Match.\n\n| Loaf | Flour |\n|---|---|\n| a | Rye |");

        assertThat(problems())
                .containsExactly(
                        "an ordering has 3 to 5 items, not 2",
                        "a matching is a table with two columns and 3 to 7 rows; here are 2 and 1");
    }

    @Test
    void reads_a_number_with_a_tolerance() {
        var question =
                (Number)
                        read("type=number unit=RCU", "How many?\n\nAnswer: 200 ± 5 %")
                                .orElseThrow();

        assertThat(problems()).isEmpty();
        assertThat(question.value()).isEqualByComparingTo("200");
        assertThat(question.tolerance()).isEqualByComparingTo(new BigDecimal("10"));
        assertThat(question.unit()).isEqualTo("RCU");
    }

    @Test
    void reads_the_shape_of_a_proof() {
        var proof =
                """

                ```proof
                setup:
                  - call: dynamodb CreateTable
                option 1:
                  call: dynamodb Scan
                  expect: { Count: 0 }
                ```\
                """;
        var question = read("", "Which?\n\n" + options("x ") + proof).orElseThrow();

        assertThat(problems()).isEmpty();
        assertThat(question.details().proof().orElseThrow().options())
                .containsOnlyKeys("1")
                .extractingByKey("1")
                .satisfies(call ->
                        assertThat(call.fields())
                                .isEqualTo(
                                        Map.of(
                                                "call",
                                                "dynamodb Scan",
                                                "expect",
                                                Map.of("Count", 0L))));
    }

    @Test
    void refuses_a_proof_of_an_option_that_is_not_there() {
        read("", "Which?\n\n" + options("x ") + "\n```proof\noption 7: { call: x }\n```");

        assertThat(problems())
                .contains("there is no `option 7:` here; known are setup, option 1, option 2");
    }

    @Test
    void refuses_a_file_whose_answers_give_themselves_away() {
        var questions =
                java.util.stream.IntStream.range(0, 3)
                        .mapToObj(it -> read("", "Which?\n\n" + options(" x  ")).orElseThrow())
                        .toList();

        assertThat(GiveawayCheck.check(questions))
                .contains("in all 3 questions of this file option 2 is right: vary the place");
        assertThat(GiveawayCheck.check(questions.subList(0, 2))).isEmpty();
    }

    private static String options(String marks) {
        var options = new StringBuilder();
        for (var place = 0; place < marks.length(); place++) {
            options.append(
                    "- [%s] Loaf %d\n\n  Because.\n\n".formatted(marks.charAt(place), place));
        }
        return options.toString();
    }
}
