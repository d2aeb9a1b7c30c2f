package groundschool.exam;

import groundschool.content.Catalogue;
import groundschool.content.Exam;
import groundschool.db.Database;
import groundschool.learner.Learners;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jooq.DSLContext;

/// The exams that there are, and how the learner did in them.
public final class ExamsPage implements Page {

    private final Database database;
    private final Supplier<Catalogue> catalogue;
    private final Visitors visitors;
    private final RandomGenerator random;
    private final Views views;

    /// @param random decides which questions are drawn, and their order
    public ExamsPage(
            Views views,
            Visitors visitors,
            Database database,
            Supplier<Catalogue> catalogue,
            RandomGenerator random) {
        this.database = database;
        this.catalogue = catalogue;
        this.visitors = visitors;
        this.random = random;
        this.views = views;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/exams", this::list);
        routes.post("/exams", this::start);
    }

    private void list(Context context) {
        var now = visitors.now();
        var exams = exams();
        var ids = exams.stream().map(Exam::id).toList();
        var attempts =
                database.transaction(
                        db -> new Attempts(db).all(visitors.learner(context).id(), now));
        var underWay = attempts.stream().filter(Attempt.UnderWay.class::isInstance).toList();
        views.show(
                context,
                "exam/exams",
                Map.of(
                        "exams",
                        exams,
                        "underWay",
                        underWay,
                        // Begun before their exam was taken out of the course.
                        "orphans",
                        underWay.stream()
                                .filter(attempt -> !ids.contains(attempt.paper().examId()))
                                .toList(),
                        "submitted",
                        attempts.stream().filter(Attempt.Submitted.class::isInstance).toList()));
    }

    /// Those that can be started come first.
    private List<Exam> exams() {
        return catalogue.get().exams().stream()
                .sorted(Comparator.comparing(exam -> !exam.canBeStarted()))
                .toList();
    }

    private void start(Context context) {
        // One catalogue for all of it: new content may come in while an exam is being drawn.
        var current = catalogue.get();
        var exam =
                current.exam(String.valueOf(context.formParam("exam")))
                        .orElseThrow(
                                () -> new NotFoundResponse("There is no exam with this name."));
        if (!exam.canBeStarted()) {
            throw new BadRequestResponse(
                    "This exam cannot be started yet: it "
                            + String.join(", ", exam.shortages())
                            + ".");
        }
        var learner = visitors.learner(context).id();
        var id = database.transaction(db -> begin(db, learner, exam, current));
        context.redirect("/exams/" + id, HttpStatus.SEE_OTHER);
    }

    /// An exam that is under way goes on: a second tab starts no second clock.
    private long begin(DSLContext db, long learner, Exam exam, Catalogue current) {
        new Learners(db).hold(learner);
        var now = visitors.now();
        var attempts = new Attempts(db);
        return attempts.underWay(learner, now).stream()
                .filter(attempt -> attempt.paper().examId().equals(exam.id()))
                .map(attempt -> attempt.paper().id())
                .findFirst()
                .orElseGet(() -> {
                    var blueprint =
                            current.course(exam.courseId()).orElseThrow().blueprint().orElseThrow();
                    return attempts.start(
                            learner,
                            exam,
                            blueprint.scale(),
                            Draft.of(exam, blueprint, current, random),
                            now);
                });
    }
}
