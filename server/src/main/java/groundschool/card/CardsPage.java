package groundschool.card;

import groundschool.content.Catalogue;
import groundschool.content.Lesson;
import groundschool.db.Database;
import groundschool.learner.Learner;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Reviewing: one card alone on the page, its answer, four grades, and the way back.
public final class CardsPage implements Page {

    private final Views views;
    private final Visitors visitors;
    private final Database database;
    private final Supplier<Catalogue> catalogue;

    public CardsPage(
            Views views, Visitors visitors, Database database, Supplier<Catalogue> catalogue) {
        this.views = views;
        this.visitors = visitors;
        this.database = database;
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/cards", context -> answer(context, Optional.empty()));
        routes.post("/cards/grades", this::grade);
        routes.post("/cards/undo", this::undo);
        routes.post("/cards/taken", this::takeUp);
    }

    private void grade(Context context) {
        var rating =
                Optional.ofNullable(context.formParamAsClass("rating", Integer.class).getOrNull())
                        .flatMap(Rating::of)
                        .orElseThrow(() -> new BadRequestResponse("A grade is 1, 2, 3 or 4."));
        var grades = context.formParamAsClass("grades", Integer.class).getOrDefault(-1);
        var prompt = String.valueOf(context.formParam("prompt"));
        var learner = visitors.learner(context).id();
        database.transaction(db ->
                new Reviews(db)
                        .grade(learner, prompt, grades, rating, Scheduler.USUAL, visitors.now()));
        answer(context, Optional.empty());
    }

    private void undo(Context context) {
        var learner = visitors.learner(context).id();
        answer(context, database.transaction(db -> new Reviews(db).undo(learner, visitors.now())));
    }

    private void takeUp(Context context) {
        var cards =
                lessons(lesson(context)).stream()
                        .flatMap(lesson -> lesson.cards().stream())
                        .toList();
        var learner = visitors.learner(context).id();
        database.transaction(db -> new Reviews(db).add(learner, cards, visitors.now()));
        answer(context, Optional.empty());
    }

    /// The next card, as a page, or as the part of it that a grade replaces.
    ///
    /// @param undone the prompt whose grade was just taken back, which is asked again
    private void answer(Context context, Optional<String> undone) {
        var lesson = lesson(context);
        var isPart = context.header("HX-Request") != null;
        if (context.method().name().equals("POST") && !isPart) {
            context.redirect(
                    lesson.map(it -> "/cards?lesson=" + it.id()).orElse("/cards"),
                    HttpStatus.SEE_OTHER);
            return;
        }
        var learner = visitors.learner(context);
        var model = database.read(db -> model(db, learner, lesson, undone));
        model.put("part", isPart);
        if (isPart) {
            context.html(views.render(context, "card/session", model));
        } else {
            views.show(context, "card/cards", model);
        }
    }

    private Map<String, @Nullable Object> model(
            DSLContext db, Learner learner, Optional<Lesson> lesson, Optional<String> undone) {
        var now = visitors.now();
        var today = visitors.today();
        var reviews = new Reviews(db);
        var session =
                reviews.session(learner.id(), catalogue.get(), lesson.map(Lesson::id), today, now);
        var asked = undone.flatMap(session::prompt).or(session::next);
        var model = new HashMap<String, @Nullable Object>();
        model.put("session", session);
        model.put("asked", asked.orElse(null));
        model.put("buttons", asked.map(each -> buttons(each.review(), now)).orElse(List.of()));
        model.put("undone", undone.isPresent());
        model.put("lesson", lesson.orElse(null));
        model.put("lessons", lessons(lesson));
        model.put("taken", session.taken());
        model.put("done", reviews.gradesSince(learner.id(), today));
        model.put(
                "later",
                session.laterAt().map(at -> Interval.text(Duration.between(now, at))).orElse(null));
        return model;
    }

    /// A button that grades.
    ///
    /// @param interval when the card comes back after it
    public record Button(int number, String name, String interval) {}

    private static List<Button> buttons(Review review, Instant now) {
        return Scheduler.USUAL.all(review.stage(), now).entrySet().stream()
                .map(entry ->
                        new Button(
                                entry.getKey().number(),
                                entry.getKey().word(),
                                Interval.text(Duration.between(now, entry.getValue().dueAt()))))
                .toList();
    }

    /// That lesson, or all of them if none is named.
    private List<Lesson> lessons(Optional<Lesson> lesson) {
        return lesson.map(List::of).orElseGet(() -> catalogue.get().lessons());
    }

    /// The lesson whose cards alone are asked; absent if all are.
    private Optional<Lesson> lesson(Context context) {
        return Optional.ofNullable(context.formParam("lesson"))
                .or(() -> Optional.ofNullable(context.queryParam("lesson")))
                .filter(id -> !id.isBlank())
                .map(id ->
                        catalogue
                                .get()
                                .lesson(id)
                                .orElseThrow(() ->
                                        new NotFoundResponse(
                                                "There is no lesson with this name. It may have been renamed or taken out.")));
    }
}
