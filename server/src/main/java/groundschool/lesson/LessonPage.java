package groundschool.lesson;

import groundschool.content.Catalogue;
import groundschool.content.Lesson;
import groundschool.db.Database;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// A lesson to read, and what the reader's page sends back: how far it was read, and whether it is
/// done.
public final class LessonPage implements Page {

    private final Views views;
    private final Visitors visitors;
    private final Database database;
    private final Supplier<Catalogue> catalogue;
    private final Map<String, LessonView> prepared = new ConcurrentHashMap<>();

    public LessonPage(
            Views views, Visitors visitors, Database database, Supplier<Catalogue> catalogue) {
        this.views = views;
        this.visitors = visitors;
        this.database = database;
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/lessons/{lesson}", this::show);
        routes.post("/lessons/{lesson}/done", this::markDone);
        routes.post("/lessons/{lesson}/position", this::keepPosition);
    }

    private void show(Context context) {
        var view = view(context);
        var learnerId = visitors.learner(context).id();
        var reading = database.read(db -> new Readings(db).of(learnerId, view.lesson().id()));
        views.show(
                context,
                "lesson/lesson",
                Map.of(
                        "view", view,
                        "ran", ran(learnerId, view.lesson()),
                        "done", reading.map(Reading::isDone).orElse(false),
                        "position", reading.map(Reading::position).orElse(0.0)));
    }

    private LessonRunView ran(long learnerId, Lesson lesson) {
        if (lesson.commands().isEmpty()) {
            return LessonRunView.NONE;
        }
        return database.read(db -> {
            var runs = new LessonRuns(db);
            return runs.of(learnerId, lesson.id())
                    .map(run -> LessonRunView.of(run, runs.outputs(run), visitors.zone()))
                    .orElse(LessonRunView.NONE);
        });
    }

    private void markDone(Context context) {
        var lesson = view(context).lesson();
        var learnerId = visitors.learner(context).id();
        var done = !"false".equals(context.formParam("done"));
        database.transaction(db -> {
            var readings = new Readings(db);
            if (done) {
                readings.markDone(learnerId, lesson.id(), visitors.now());
            } else {
                readings.markNotDone(learnerId, lesson.id());
            }
            return lesson;
        });
        context.redirect("/lessons/" + lesson.id() + "#done", HttpStatus.SEE_OTHER);
    }

    private void keepPosition(Context context) {
        var lesson = view(context).lesson();
        var position = position(String.valueOf(context.formParam("position")));
        var learnerId = visitors.learner(context).id();
        database.transaction(db -> {
            new Readings(db).keep(learnerId, lesson.id(), position, visitors.now());
            return lesson;
        });
        context.status(HttpStatus.NO_CONTENT);
    }

    private static double position(String text) {
        try {
            var position = Double.parseDouble(text);
            if (0 <= position && position <= 1) {
                return position;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new BadRequestResponse("A reading position is a number from 0 to 1.");
    }

    private LessonView view(Context context) {
        var current = catalogue.get();
        var lesson =
                current.lesson(context.pathParam("lesson"))
                        .orElseThrow(() ->
                                new NotFoundResponse(
                                        "There is no lesson with this name. It may have been renamed or taken out."));
        var known = prepared.get(lesson.id());
        if (known != null && isOf(known, current, lesson)) {
            return known;
        }
        var view = LessonView.of(lesson, current);
        prepared.put(lesson.id(), view);
        return view;
    }

    /// Whether a view was made of this very lesson and course: new content is new objects.
    private static boolean isOf(LessonView view, Catalogue catalogue, Lesson lesson) {
        return view.lesson() == lesson
                && catalogue.course(view.course().id()).stream()
                        .anyMatch(course -> course == view.course());
    }
}
