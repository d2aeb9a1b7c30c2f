package groundschool.crash;

import static groundschool.db.generated.Tables.ATTEMPT_QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import groundschool.db.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Answers the questions of one exam, in no order, and changes its mind often.
final class Answering implements Learning {

    private static final Pattern OPTION = Pattern.compile("name=\"answer\" value=\"([^\"]+)\"");
    private static final int QUESTIONS = 20;

    private final RandomGenerator random;
    private final Map<Integer, List<String>> options = new HashMap<>();

    /// The last answer to each question that was acknowledged.
    private final Map<Integer, String> answers = new HashMap<>();

    private Browser browser;
    private Optional<Answer> underWay = Optional.empty();
    private int acknowledged;

    private record Answer(int question, String option) {}

    Answering(Browser browser, RandomGenerator random) {
        this.browser = browser;
        this.random = random;
    }

    /// The first time it starts the exam; from then on it goes on.
    @Override
    public void begin(Browser fresh) throws IOException {
        browser = fresh;
        if (options.isEmpty()) {
            browser.submit("/exams", Map.of("exam", "first-steps"));
            for (int question = 1; question <= QUESTIONS; question++) {
                options.put(
                        question,
                        OPTION.matcher(browser.get("/exams/1?q=" + question))
                                .results()
                                .map(MatchResult::group)
                                .map(input -> OPTION.matcher(input).replaceAll("$1"))
                                .toList());
            }
        }
    }

    @Override
    public void act() throws IOException {
        int question = random.nextInt(1, QUESTIONS + 1);
        var choices = options.getOrDefault(question, List.of());
        assertThat(choices).isNotEmpty();
        var answer = new Answer(question, choices.get(random.nextInt(choices.size())));
        underWay = Optional.of(answer);
        var reply =
                browser.submit(
                        "/exams/1/answers",
                        Map.of("number", Integer.toString(question), "answer", answer.option));
        assertThat(reply.statusCode()).isEqualTo(204);
        answers.put(question, answer.option);
        underWay = Optional.empty();
        acknowledged++;
    }

    @Override
    public void check(Browser fresh, Path folder) throws IOException {
        try (var database = Database.in(folder)) {
            var kept =
                    database.transaction(db ->
                            db.select(ATTEMPT_QUESTION.NUMBER, ATTEMPT_QUESTION.ANSWER)
                                    .from(ATTEMPT_QUESTION)
                                    .fetchMap(ATTEMPT_QUESTION.NUMBER, ATTEMPT_QUESTION.ANSWER));
            for (var known : List.copyOf(answers.entrySet())) {
                int question = known.getKey();
                var found = kept.getOrDefault(question, "").replace("chosen:", "");
                var isUnderWay =
                        underWay.filter(each -> each.equals(new Answer(question, found)))
                                .isPresent();
                if (!isUnderWay) {
                    assertThat(found).as("answer to " + question).isEqualTo(known.getValue());
                }
                answers.put(question, found);
            }
        }
        underWay = Optional.empty();
        for (var known : answers.entrySet()) {
            assertThat(fresh.get("/exams/1?q=" + known.getKey()))
                    .containsPattern(
                            "value=\"" + Pattern.quote(known.getValue()) + "\"[^>]* checked>");
        }
    }

    @Override
    public int acknowledged() {
        return acknowledged;
    }
}
