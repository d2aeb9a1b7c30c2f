package groundschool.emulator.dynamodb.expression;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.dynamodb.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final Item BOOK =
            Request.item(
                    """
                    {'title': {'S': 'Emma'}, 'pages': {'N': '474'}, 'cover': {'B': 'AQID'},
                     'inPrint': {'BOOL': true}, 'nothing': {'NULL': true},
                     'tags': {'SS': ['classic', 'novel']}, 'ratings': {'NS': ['5', '4.5']},
                     'scans': {'BS': ['AQ==']}, 'volumes': {'L': [{'N': '1'}, {'S': 'two'}, {'M': {'n': {'N': '3'}}}]},
                     'author': {'M': {'given': {'S': 'Jane'}, 'born': {'N': '1775'}}}}
                    """);

    private static final String VALUES =
            """
            {':emma': {'S': 'Emma'}, ':em': {'S': 'Em'}, ':mm': {'S': 'mm'}, ':zoe': {'S': 'Zoe'},
             ':n400': {'N': '400'}, ':n474': {'N': '474.0'}, ':n500': {'N': '5E2'}, ':one': {'N': '1'},
             ':four': {'N': '4'}, ':three': {'N': '3'}, ':rating': {'N': '4.50'},
             ':bytes': {'B': 'AQI='}, ':byte': {'B': 'AQ=='}, ':yes': {'BOOL': true}, ':no': {'BOOL': false},
             ':null': {'NULL': true}, ':novel': {'S': 'novel'},
             ':tags': {'SS': ['novel', 'classic']}, ':two': {'S': 'two'}, ':jane': {'S': 'Jane'},
             ':S': {'S': 'S'}, ':M': {'S': 'M'}, ':author': {'M': {'born': {'N': '1775'}, 'given': {'S': 'Jane'}}}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title = :emma",
                "title <> :zoe",
                "title < :zoe",
                "title <= :emma",
                "title > :em",
                ":em < title",
                "pages = :n474",
                "pages > :n400 and pages < :n500",
                "pages BETWEEN :n400 AND :n474",
                "title between :em and :zoe",
                "title IN (:zoe, :emma)",
                "inPrint = :yes",
                "nothing = :null",
                "tags = :tags",
                "author = :author",
                "author.given = :jane",
                "volumes[0] = :one",
                "volumes[2].n = :three",
                "attribute_exists(author.born)",
                "attribute_not_exists(author.died)",
                "attribute_not_exists(volumes[3])",
                "attribute_not_exists(title.given)",
                "attribute_type(title, :S)",
                "attribute_type(author, :M)",
                "begins_with(title, :em)",
                "begins_with(cover, :byte)",
                "contains(title, :mm)",
                "contains(tags, :novel)",
                "contains(ratings, :rating)",
                "contains(scans, :byte)",
                "contains(volumes, :two)",
                "contains(cover, :bytes)",
                "size(title) = :four",
                "size(volumes) = :three",
                "size(cover) >= :three",
                "size(tags) < :three",
                "NOT title = :zoe",
                "not not title = :emma",
                "title = :zoe OR pages = :n474",
                "title = :emma OR title = :zoe AND title = :zoe",
                "NOT title = :zoe AND pages = :n474",
                "(title = :zoe OR pages = :n474) AND inPrint = :yes",
                "(title) = (:emma)",
                "(author).given = :jane",
                "(((title = :emma) AND (pages = :n474)) OR (inPrint = :no))",
                "absent <> :emma",
                "title <> :n474",
            })
    void holds(String condition) {
        assertThat(test(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title = :zoe",
                "title = :n474",
                "title < :n474",
                "absent = :emma",
                "absent < :emma",
                "absent BETWEEN :em AND :zoe",
                "absent IN (:em, :zoe)",
                "absent = gone",
                "tags = :novel",
                "contains(title, :n474)",
                "contains(tags, :mm)",
                "contains(author, :jane)",
                "begins_with(pages, :em)",
                "attribute_exists(absent)",
                "attribute_exists(volumes.n)",
                "attribute_exists(author[0])",
                "attribute_type(pages, :S)",
                "size(pages) > :one",
                "size(absent) = :one",
                "title = :emma AND pages = :n400",
                "title = :zoe AND title = :zoe OR title = :zoe",
            })
    void does_not_hold(String condition) {
        assertThat(test(condition)).isFalse();
    }

    @Test
    void resolves_names_that_are_no_identifiers() {
        var context = Request.context("#first=first name, #a=author", "{':jane': {'S': 'Jane'}}");
        var condition = Condition.of(ExpressionKind.FILTER, "#a.#first = :jane", context);

        assertThat(condition.test(Request.item("{'author': {'M': {'first name': {'S': 'Jane'}}}}")))
                .isTrue();
    }

    @Test
    void tells_its_paths() {
        var condition =
                Condition.of(
                        ExpressionKind.FILTER,
                        "a.b[1] = :v OR attribute_exists(c)",
                        Request.values("{':v': {'N': '1'}}"));

        assertThat(condition.paths()).hasToString("[[a, b, [1]], [c]]");
    }

    private static boolean test(String condition) {
        return Condition.of(ExpressionKind.CONDITION, condition, Request.values(VALUES)).test(BOOK);
    }
}
