package groundschool.progress;

import groundschool.card.Reviews;
import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.db.Database;
import groundschool.exam.Asked;
import groundschool.exam.Attempt;
import groundschool.exam.Attempts;
import groundschool.exam.PracticeAnswers;
import groundschool.lab.LabRun;
import groundschool.lab.LabRuns;
import groundschool.lesson.Reading;
import groundschool.lesson.Readings;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// How far the learner has come: the exam guide as a map, what falls due, how well cards are
/// remembered.
public final class ProgressPage implements Page {

    private static final int FORECAST_DAYS = 14;

    private final Views views;
    private final Visitors visitors;
    private final Database database;
    private final Supplier<Catalogue> catalogue;

    public ProgressPage(
            Views views, Visitors visitors, Database database, Supplier<Catalogue> catalogue) {
        this.views = views;
        this.visitors = visitors;
        this.database = database;
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/progress", this::show);
    }

    private void show(Context context) {
        var learner = visitors.learner(context).id();
        views.show(
                context,
                "progress/progress",
                database.transaction(db -> model(db, learner, visitors.now())));
    }

    private Map<String, @Nullable Object> model(DSLContext db, long learner, Instant now) {
        var reviews = new Reviews(db).all(learner);
        var attempts = new Attempts(db).all(learner, now);
        var read = read(db, learner);
        var answers = answers(db, learner, attempts);
        var built = built(db, learner);
        var model = new HashMap<String, @Nullable Object>();
        model.put(
                "evidence",
                catalogue.get().courses().stream()
                        .map(Course::blueprint)
                        .flatMap(Optional::stream)
                        .map(blueprint ->
                                Evidence.of(
                                        blueprint, catalogue.get(), read, reviews, answers, built))
                        .toList());
        model.put("forecast", Forecast.of(reviews, FORECAST_DAYS, now, visitors.zone()));
        model.put("retention", new Reviews(db).retention(learner));
        model.put(
                "isNew",
                read.isEmpty() && reviews.isEmpty() && answers.isEmpty() && built.isEmpty());
        model.put(
                "attempts", attempts.stream().filter(Attempt.Submitted.class::isInstance).toList());
        return model;
    }

    private static Set<String> read(DSLContext db, long learner) {
        return new Readings(db)
                .all(learner).values().stream()
                        .filter(Reading::isDone)
                        .map(Reading::lessonId)
                        .collect(Collectors.toSet());
    }

    private static Set<String> built(DSLContext db, long learner) {
        return new LabRuns(db)
                .all(learner).stream()
                        .filter(run -> run.finishedAt().isPresent())
                        .map(LabRun::labId)
                        .collect(Collectors.toSet());
    }

    /// Whether the latest answer to each question was right, be it in practice or in an exam that
    /// is over. A question that was left open was not answered.
    private static Map<String, Boolean> answers(
            DSLContext db, long learner, List<Attempt> attempts) {
        var inExams = attempts.stream().flatMap(attempt -> answers(attempt).stream());
        var inPractice = new PracticeAnswers(db).all(learner).stream();
        return Stream.concat(inExams, inPractice)
                .sorted(Comparator.comparing(PracticeAnswers.Given::at))
                .collect(
                        Collectors.toMap(
                                PracticeAnswers.Given::questionId,
                                PracticeAnswers.Given::isRight,
                                (_, later) -> later));
    }

    private static List<PracticeAnswers.Given> answers(Attempt attempt) {
        return switch (attempt) {
            case Attempt.UnderWay _ -> List.of();
            case Attempt.Submitted(var paper, var at) ->
                    paper.questions().stream()
                            .filter(Asked::isAnswered)
                            .map(asked ->
                                    new PracticeAnswers.Given(
                                            asked.question().id(), asked.grade().isRight(), at))
                            .toList();
        };
    }
}
