package groundschool.card;

import groundschool.content.Catalogue;
import groundschool.db.Database;
import groundschool.learner.Learners;
import groundschool.web.Page;
import groundschool.web.Views;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Reviewing: one card alone on the page, its answer, four grades, and the way back.
public final class CardsPage implements Page {

    private final Database database;
    private final Supplier<Catalogue> catalogue;
    private final InstantSource clock;
    private final Views views;

    public CardsPage(
            Database database, Supplier<Catalogue> catalogue, InstantSource clock, Views views) {
        this.database = database;
        this.catalogue = catalogue;
        this.clock = clock;
        this.views = views;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/cards", this::show);
        routes.post("/cards/grades", this::grade);
        routes.post("/cards/undo", this::undo);
        routes.post("/cards/taken", this::takeUp);
    }

    /// How many cards can be reviewed now.
    public int due() {
        return database.transaction(db -> session(db, Optional.empty())).left();
    }

    private void show(Context context) {
        answer(context, Optional.empty());
    }

    private void grade(Context context) {
        var rating =
                Optional.ofNullable(context.formParamAsClass("rating", Integer.class).getOrNull())
                        .flatMap(Rating::of)
                        .orElseThrow(() -> new BadRequestResponse("A grade is 1, 2, 3 or 4."));
        var grades = context.formParamAsClass("grades", Integer.class).getOrDefault(-1);
        var prompt = String.valueOf(context.formParam("prompt"));
        database.transaction(db -> {
            var now = clock.instant();
            return new Reviews(db).grade(learner(db), prompt, grades, rating, Scheduler.USUAL, now);
        });
        answer(context, Optional.empty());
    }

    private void undo(Context context) {
        var undone = database.transaction(db -> new Reviews(db).undo(learner(db), clock.instant()));
        answer(context, undone);
    }

    private void takeUp(Context context) {
        var lessonId = lesson(context);
        var lessons =
                lessonId.isEmpty()
                        ? catalogue.get().lessons()
                        : List.of(
                                catalogue
                                        .get()
                                        .lesson(lessonId.get())
                                        .orElseThrow(NotFoundResponse::new));
        var cards = lessons.stream().flatMap(lesson -> lesson.cards().stream()).toList();
        database.transaction(db -> new Reviews(db).add(learner(db), cards, clock.instant()));
        answer(context, Optional.empty());
    }

    private void answer(Context context, Optional<String> undone) {
        if (context.method().name().equals("POST") && context.header("HX-Request") == null) {
            context.redirect(
                    lesson(context).map(id -> "/cards?lesson=" + id).orElse("/cards"),
                    HttpStatus.SEE_OTHER);
            return;
        }
        var model = database.transaction(db -> model(db, lesson(context), undone));
        if (context.header("HX-Request") == null) {
            views.show(context, "card/cards", model);
        } else {
            context.html(views.render(context, "card/session", model));
        }
    }

    private Map<String, @Nullable Object> model(
            DSLContext db, Optional<String> lessonId, Optional<String> undone) {
        var now = clock.instant();
        var session = session(db, lessonId);
        var asked =
                undone.flatMap(prompt ->
                                session.waiting().stream()
                                        .filter(each -> each.review().promptId().equals(prompt))
                                        .findFirst())
                        .or(session::next);
        var reviews = new Reviews(db);
        var all = reviews.all(learner(db));
        var model = new HashMap<String, @Nullable Object>();
        model.put("session", session);
        model.put("asked", asked.orElse(null));
        model.put("lesson", lessonId.flatMap(id -> catalogue.get().lesson(id)).orElse(null));
        model.put("undone", undone.isPresent());
        model.put("buttons", asked.map(each -> buttons(each.review(), now)).orElse(List.of()));
        model.put(
                "later",
                session.laterAt().map(at -> Interval.text(Duration.between(now, at))).orElse(null));
        model.put("done", reviews.gradesSince(learner(db), today()));
        model.put("taken", all.size());
        model.put("lessonTaken", lessonId.map(id -> taken(all, id)).orElse(0L));
        model.put(
                "lessons",
                lessonId.flatMap(id -> catalogue.get().lesson(id))
                        .map(List::of)
                        .orElseGet(catalogue.get()::lessons));
        return model;
    }

    private long taken(List<Review> all, String lessonId) {
        return all.stream()
                .filter(review ->
                        catalogue
                                .get()
                                .lessonOf(review.cardId())
                                .filter(lesson -> lesson.id().equals(lessonId))
                                .isPresent())
                .count();
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

    private Session session(DSLContext db, Optional<String> lessonId) {
        var reviews = new Reviews(db);
        return Session.of(
                reviews.all(learner(db)),
                catalogue.get(),
                lessonId,
                reviews.freshSince(learner(db), today()),
                clock.instant());
    }

    private Instant today() {
        return clock.instant()
                .atZone(ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }

    private long learner(DSLContext db) {
        return new Learners(db).local(clock.instant()).id();
    }

    private static Optional<String> lesson(Context context) {
        return Optional.ofNullable(context.formParam("lesson"))
                .or(() -> Optional.ofNullable(context.queryParam("lesson")))
                .filter(id -> !id.isBlank());
    }
}
