package groundschool.bench.measurement;

import groundschool.bench.Figure;
import groundschool.bench.Measurement;
import groundschool.bench.Plan;
import groundschool.bench.Progress;
import groundschool.bench.load.HttpClients;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// From an answer in an exam to the word that it is kept.
public final class ExamAnswer implements Measurement {

    private static final Pattern OPTION = Pattern.compile("name=\"answer\" value=\"([^\"]+)\"");

    @Override
    public String name() {
        return "exam";
    }

    @Override
    public List<Figure> measure(Plan plan, Progress progress) throws Exception {
        try (var site = Servers.site(plan.freshFolder())) {
            var visitor = Visitor.of(site);
            var started =
                    Visitor.ask(site, visitor.form("/exams", Map.of("exam", "first-steps")), 303);
            var attempt =
                    started.header("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
            var options =
                    OPTION.matcher(site.get(attempt + "?q=1").text())
                            .results()
                            .map(option -> option.group(1))
                            .toList();
            if (options.isEmpty()) {
                throw new IOException("The first question shows no options.");
            }
            var answers =
                    options.stream()
                            .map(option ->
                                    visitor.form(
                                            attempt + "/answers",
                                            Map.of("number", "1", "answer", option)))
                            .toList();
            var kept = Visitor.ask(site, answers.getFirst(), 204);
            return new OneLearner(
                            "answer in an exam",
                            new HttpClients(site.port(), answers, 204),
                            answers.getFirst(),
                            kept)
                    .measure(plan, progress);
        }
    }
}
