package groundschool.exam;

import groundschool.content.Catalogue;
import groundschool.content.Lesson;
import groundschool.db.Database;
import groundschool.proof.ProofRuns;
import groundschool.question.Answer;
import groundschool.question.Grade;
import groundschool.question.Question;
import groundschool.question.QuestionView;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The questions of a lesson, one at a time, without a clock: each answer gets its reasons at once.
public final class PracticePage implements Page {

    private final Views views;
    private final Visitors visitors;
    private final Database database;
    private final Supplier<Catalogue> catalogue;
    private final ProofRuns proofs;

    public PracticePage(
            Views views,
            Visitors visitors,
            Database database,
            Supplier<Catalogue> catalogue,
            ProofRuns proofs) {
        this.views = views;
        this.visitors = visitors;
        this.database = database;
        this.catalogue = catalogue;
        this.proofs = proofs;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/lessons/{lesson}/questions", this::ask);
        routes.post("/lessons/{lesson}/questions", this::answer);
    }

    private void ask(Context context) {
        var lesson = lesson(context);
        var number =
                context.queryParamAsClass("q", Integer.class)
                        .getOrDefault(firstOpen(context, lesson));
        show(context, lesson, number, Optional.empty());
    }

    private int firstOpen(Context context, Lesson lesson) {
        var learner = visitors.learner(context).id();
        var latest = database.read(db -> new PracticeAnswers(db).latest(learner));
        for (int number = 1; number <= lesson.questions().size(); number++) {
            if (!latest.getOrDefault(question(lesson, number).id(), false)) {
                return number;
            }
        }
        return 1;
    }

    private void answer(Context context) {
        var lesson = lesson(context);
        var number = context.formParamAsClass("number", Integer.class).getOrDefault(0);
        var question = question(lesson, number);
        var answer = question.answerIn(context.formParamMap());
        var learner = visitors.learner(context).id();
        if (!(answer instanceof Answer.None)) {
            database.transaction(db -> {
                new PracticeAnswers(db).add(learner, question, answer, visitors.now());
                return true;
            });
        }
        show(context, lesson, number, Optional.of(answer));
    }

    /// @param answer absent while the question is only asked: then its key must not be shown
    private void show(Context context, Lesson lesson, int number, Optional<Answer> answer) {
        var question = question(lesson, number);
        var given = answer.orElseGet(Answer.None::new);
        var grade = question.grade(given);
        var model = new HashMap<String, @Nullable Object>();
        model.put("lesson", lesson);
        model.put("number", number);
        model.put("view", QuestionView.of(question, given, Set.of()));
        var graded = grade.result() != Grade.Result.UNANSWERED;
        model.put("graded", graded);
        model.put("proof", graded ? proofs.of(question) : Optional.empty());
        model.put("right", grade.isRight());
        model.put("unanswered", answer.isPresent() && given instanceof Answer.None);
        views.show(context, "exam/practice", model);
    }

    private Lesson lesson(Context context) {
        return catalogue
                .get()
                .lesson(context.pathParam("lesson"))
                .filter(lesson -> !lesson.questions().isEmpty())
                .orElseThrow(NotFoundResponse::new);
    }

    private static Question question(Lesson lesson, int number) {
        if (number < 1 || number > lesson.questions().size()) {
            throw new NotFoundResponse();
        }
        return lesson.questions().get(number - 1);
    }
}
