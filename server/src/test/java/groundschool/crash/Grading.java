package groundschool.crash;

import static groundschool.db.generated.Tables.REVIEW;
import static groundschool.db.generated.Tables.REVIEW_GRADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;

import groundschool.content.ContentReader;
import groundschool.content.ContentReader.Result;
import groundschool.db.Database;
import groundschool.lab.check.CheckRule;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Grades cards.
final class Grading implements Learning {

    /// Those of all cards.
    private final List<String> prompts = prompts();

    private final RandomGenerator random;

    /// How often each prompt is known to be graded.
    private final Map<String, Integer> grades = new HashMap<>();

    private Browser browser;
    private String underWay = "";
    private int acknowledged;

    Grading(Browser browser, RandomGenerator random) {
        this.browser = browser;
        this.random = random;
    }

    @Override
    public void begin(Browser fresh) throws IOException {
        browser = fresh;
        assertThat(browser.submit("/cards/taken", Map.of()).statusCode()).isEqualTo(200);
    }

    @Override
    public void act() throws IOException {
        assertThat(grade().statusCode()).isEqualTo(200);
    }

    /// Grades some card.
    HttpResponse<String> grade() throws IOException {
        underWay = prompts.get(random.nextInt(prompts.size()));
        int before = grades.getOrDefault(underWay, 0);
        var answer =
                browser.submit(
                        "/cards/grades",
                        Map.of(
                                "prompt", underWay,
                                "grades", Integer.toString(before),
                                "rating", Integer.toString(random.nextInt(1, 5))));
        if (answer.statusCode() == 200) {
            grades.put(underWay, before + 1);
            underWay = "";
            acknowledged++;
        }
        return answer;
    }

    @Override
    public void check(Browser fresh, Path folder) {
        try (var database = Database.in(folder)) {
            var logged =
                    database.transaction(db ->
                            db.select(REVIEW_GRADE.PROMPT_ID, count())
                                    .from(REVIEW_GRADE)
                                    .groupBy(REVIEW_GRADE.PROMPT_ID)
                                    .fetchMap(REVIEW_GRADE.PROMPT_ID, count()));
            var counted =
                    database.transaction(db ->
                            db.select(REVIEW.PROMPT_ID, REVIEW.GRADES)
                                    .from(REVIEW)
                                    .where(REVIEW.GRADES.gt(0))
                                    .fetchMap(REVIEW.PROMPT_ID, REVIEW.GRADES));
            assertThat(counted).as("each grade is kept with what it changed").isEqualTo(logged);
            for (var prompt : prompts) {
                int known = grades.getOrDefault(prompt, 0);
                int kept = logged.getOrDefault(prompt, 0);
                assertThat(kept)
                        .as("grades of " + prompt)
                        .isBetween(known, prompt.equals(underWay) ? known + 1 : known);
                grades.put(prompt, kept);
            }
        }
        underWay = "";
    }

    @Override
    public int acknowledged() {
        return acknowledged;
    }

    private static List<String> prompts() {
        var repository = Path.of("..").toAbsolutePath().normalize();
        var read =
                new ContentReader(new CheckRule(), List.of())
                        .read(repository.resolve("content"), repository.resolve("labs"));
        return switch (read) {
            case Result.Loaded(var catalogue, _) ->
                    catalogue.cards().stream()
                            .flatMap(card -> card.prompts().stream())
                            .map(prompt -> prompt.id())
                            .toList();
            case Result.Refused(var problems) -> throw new AssertionError(problems);
        };
    }
}
