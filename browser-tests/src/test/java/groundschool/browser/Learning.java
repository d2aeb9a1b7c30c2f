package groundschool.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import groundschool.question.Choice;
import groundschool.question.MultipleResponse;
import groundschool.question.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Learns quickly, by the same forms that the pages have, so that a test begins where it wants to.
final class Learning {

    private static final String COOKIE = "groundschool-csrf";

    private final Visitor visitor;
    private final Ground ground;

    Learning(Visitor visitor, Ground ground) {
        this.visitor = visitor;
        this.ground = ground;
    }

    void markDone(String lesson) {
        post("/lessons/" + lesson + "/done", Map.of("done", "true"));
    }

    /// Takes up the cards of a lesson.
    void takeUp(String lesson) {
        post("/cards/taken", Map.of("lesson", lesson));
    }

    /// Gives this rating to cards, one after the other, until this many are graded or none is left.
    ///
    /// @return how many were graded
    int grade(int most, int rating) {
        for (int graded = 0; graded < most; graded++) {
            var page = get("/cards");
            var prompt = Pattern.compile("name=\"prompt\" value=\"([^\"]+)\"").matcher(page);
            var grades = Pattern.compile("name=\"grades\" value=\"([^\"]+)\"").matcher(page);
            if (!prompt.find() || !grades.find()) {
                return graded;
            }
            post(
                    "/cards/grades",
                    Map.of(
                            "prompt", prompt.group(1),
                            "grades", grades.group(1),
                            "rating", String.valueOf(rating)));
        }
        return most;
    }

    /// Starts the first practice exam.
    ///
    /// @return the path of the attempt
    String startExam() {
        var address = post("/exams", Map.of("exam", "first-steps")).url();
        return address.substring(ground.origin().length()).replaceFirst("\\?.*", "");
    }

    /// Answers a question of an exam by its key, or else with the first option that is wrong.
    void answer(String attempt, int number, boolean right) {
        var question = questionOn(get(attempt + "?q=" + number));
        var chosen = right ? rightOf(question) : Set.of(wrongOf(question));
        var form = form(Map.of("number", String.valueOf(number)));
        chosen.forEach(id -> form.append("answer", id));
        send(attempt + "/answers", form);
    }

    void submit(String attempt) {
        post(attempt + "/submission", Map.of());
    }

    /// The question that a page asks, with its key.
    Question questionOn(String html) {
        return ground.catalogue().questions().stream()
                .filter(question -> html.contains(question.details().stem().html()))
                .findFirst()
                .orElseThrow();
    }

    /// The ids of the options to choose.
    static Set<String> rightOf(Question question) {
        return switch (question) {
            case Choice choice -> Set.of(choice.right());
            case MultipleResponse several -> several.right();
            default -> throw new IllegalArgumentException("it has no options: " + question.id());
        };
    }

    private static String wrongOf(Question question) {
        var options =
                switch (question) {
                    case Choice choice -> choice.options();
                    case MultipleResponse several -> several.options();
                    default -> throw new IllegalArgumentException(question.id());
                };
        var right = rightOf(question);
        return options.stream()
                .map(option -> option.id())
                .filter(id -> !right.contains(id))
                .findFirst()
                .orElseThrow();
    }

    /// Types the first steps of the lab's solution into its terminal.
    ///
    /// @param steps how many
    void work(String lab, int steps) {
        var actions = actions(lab);
        solution(lab).stream()
                .limit(steps)
                .forEach(step -> post(actions + "/terminal", Map.of("command", step)));
    }

    /// The commands of each step of a lab's solution.
    List<String> solution(String lab) {
        try {
            var script = Files.readString(ground.labs().resolve(lab).resolve("solution.sh"));
            return Arrays.stream(script.split("(?m)^# step: .*$"))
                    .map(String::strip)
                    .filter(step -> !step.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The path below which a lab's page sends what is done on it.
    String actions(String lab) {
        var found = Pattern.compile("data-actions=\"([^\"]+)\"").matcher(get("/labs/" + lab));
        if (!found.find()) {
            throw new AssertionError("the lab's page has no actions");
        }
        return found.group(1);
    }

    String get(String path) {
        return visitor.context().request().get(ground.origin() + path).text();
    }

    /// Sends a form of a page, with the token that the page would have.
    APIResponse post(String path, Map<String, String> fields) {
        return send(path, form(fields));
    }

    private APIResponse send(String path, FormData form) {
        var answer =
                visitor.context()
                        .request()
                        .post(ground.origin() + path, RequestOptions.create().setForm(form));
        if (!answer.ok()) {
            throw new AssertionError("%d from %s".formatted(answer.status(), path));
        }
        return answer;
    }

    private FormData form(Map<String, String> fields) {
        var form = FormData.create().set("csrf", token());
        fields.forEach(form::set);
        return form;
    }

    private String token() {
        return cookie().or(
                        () -> {
                            get("/");
                            return cookie();
                        })
                .orElseThrow();
    }

    private Optional<String> cookie() {
        return visitor.context().cookies(ground.origin()).stream()
                .filter(cookie -> cookie.name.equals(COOKIE))
                .map(cookie -> cookie.value)
                .findFirst();
    }
}
