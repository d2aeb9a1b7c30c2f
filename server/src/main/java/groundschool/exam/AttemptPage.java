package groundschool.exam;

import groundschool.db.Database;
import groundschool.proof.ProofRuns;
import groundschool.proof.ProofView;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/// Sitting an exam: a question at a time, what is flagged, the review before submitting, and the
/// result.
public final class AttemptPage implements Page {

    private final Database database;
    private final Visitors visitors;
    private final Views views;
    private final ProofRuns proofs;

    public AttemptPage(Views views, Visitors visitors, Database database, ProofRuns proofs) {
        this.database = database;
        this.visitors = visitors;
        this.views = views;
        this.proofs = proofs;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/exams/{attempt}", this::show);
        routes.get("/exams/{attempt}/review", this::review);
        routes.post("/exams/{attempt}/answers", this::answer);
        routes.post("/exams/{attempt}/submission", this::submit);
    }

    private void show(Context context) {
        switch (attempt(context)) {
            case Attempt.UnderWay underWay -> ask(context, underWay);
            case Attempt.Submitted submitted ->
                    views.show(
                            context,
                            "exam/result",
                            Map.of(
                                    "attempt",
                                    submitted,
                                    "result",
                                    submitted.result(),
                                    "answered",
                                    submitted.paper().questions().stream()
                                            .map(this::answered)
                                            .toList()));
        }
    }

    /// A question of an exam that is over, with the run of its proof if it has one.
    public record Answered(Asked asked, Optional<ProofView> proof) {}

    private Answered answered(Asked asked) {
        return new Answered(asked, proofs.of(asked.question()));
    }

    private void ask(Context context, Attempt.UnderWay attempt) {
        var paper = attempt.paper();
        var number = context.queryParamAsClass("q", Integer.class).getOrDefault(firstOpen(paper));
        var asked = paper.question(number).orElseThrow(NotFoundResponse::new);
        var now = visitors.now();
        database.transaction(db -> {
            new Attempts(db).see(visitors.learner(context).id(), paper.id(), number, now);
            return true;
        });
        views.show(
                context,
                "exam/question",
                Map.of(
                        "paper",
                        paper,
                        "asked",
                        asked,
                        "view",
                        asked.view(),
                        "secondsLeft",
                        attempt.left(now).toSeconds()));
    }

    private static int firstOpen(Attempt.Paper paper) {
        return paper.questions().stream()
                .filter(asked -> !asked.seen() || !asked.isAnswered())
                .mapToInt(Asked::number)
                .findFirst()
                .orElse(1);
    }

    private void review(Context context) {
        switch (attempt(context)) {
            case Attempt.UnderWay underWay ->
                    views.show(
                            context,
                            "exam/review",
                            Map.of(
                                    "paper",
                                    underWay.paper(),
                                    "secondsLeft",
                                    underWay.left(visitors.now()).toSeconds()));
            case Attempt.Submitted submitted ->
                    context.redirect("/exams/" + submitted.paper().id(), HttpStatus.SEE_OTHER);
        }
    }

    /// Keeps all that the form says of one question: answer, strikes, flag. It is durable before
    /// the response leaves.
    private void answer(Context context) {
        var attempt = attempt(context);
        var number = context.formParamAsClass("number", Integer.class).getOrDefault(0);
        var asked = attempt.paper().question(number).orElseThrow(NotFoundResponse::new);
        var id = attempt.paper().id();
        var kept = database.transaction(db -> keep(db, context, id, asked, visitors.now()));
        if (!kept) {
            throw new ConflictResponse(
                    "This exam is over: it was submitted, or its time has run out. This answer could not be kept.");
        }
        if (context.header("HX-Request") != null) {
            context.status(HttpStatus.NO_CONTENT);
            return;
        }
        var go = String.valueOf(context.formParam("go"));
        var last = attempt.paper().questions().size();
        context.redirect(
                switch (go) {
                    case "review" -> "/exams/%d/review".formatted(id);
                    case "previous" -> "/exams/%d?q=%d".formatted(id, Math.max(1, number - 1));
                    case "next" ->
                            number == last
                                    ? "/exams/%d/review".formatted(id)
                                    : "/exams/%d?q=%d".formatted(id, number + 1);
                    default -> "/exams/%d?q=%d".formatted(id, number);
                },
                HttpStatus.SEE_OTHER);
    }

    private boolean keep(DSLContext db, Context context, long id, Asked asked, Instant now) {
        var marks = Marks.in(context.formParamMap(), asked);
        return new Attempts(db)
                .keep(visitors.learner(context).id(), id, asked.number(), marks, now);
    }

    private void submit(Context context) {
        var id = attempt(context).paper().id();
        var now = visitors.now();
        database.transaction(db -> {
            new Attempts(db).submit(visitors.learner(context).id(), id, now);
            return true;
        });
        context.redirect("/exams/" + id, HttpStatus.SEE_OTHER);
    }

    private Attempt attempt(Context context) {
        var id =
                context.pathParamAsClass("attempt", Long.class)
                        .getOrThrow(_ -> new NotFoundResponse());
        var now = visitors.now();
        return database.transaction(
                        db -> new Attempts(db).attempt(visitors.learner(context).id(), id, now))
                .orElseThrow(NotFoundResponse::new);
    }
}
