package groundschool.lesson;

import groundschool.content.Catalogue;
import groundschool.content.Lesson;
import groundschool.web.CommandAnswer;
import groundschool.web.Page;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.function.Supplier;

/// What a lesson's page sends when one runs its commands. The page itself shows what came back.
public final class LessonRunPage implements Page {

    private final Visitors visitors;
    private final Supplier<Catalogue> catalogue;
    private final LessonDesk desk;

    public LessonRunPage(Visitors visitors, Supplier<Catalogue> catalogue, LessonDesk desk) {
        this.visitors = visitors;
        this.catalogue = catalogue;
        this.desk = desk;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post("/lessons/{lesson}/run", this::run);
        routes.post("/lessons/{lesson}/run/cancel", this::cancel);
        routes.post("/lessons/{lesson}/run/reset", this::startOver);
        routes.post("/lessons/{lesson}/run/undo", this::undo);
    }

    private void run(Context context) {
        var lesson = lesson(context);
        var block = block(context, lesson);
        var commands = commands(context, block);
        var bench = desk.open(visitors.learner(context).id(), lesson);
        if (!bench.enter()) {
            throw new HttpResponseException(
                    429,
                    "Commands of this lesson are still running. Wait for them, or stop them.",
                    Map.of());
        }
        try {
            if (CommandAnswer.isWanted(context)) {
                CommandAnswer.stream(
                        context, listener -> bench.run(block.id(), commands, listener).exitCode());
            } else {
                bench.run(block.id(), commands, _ -> {});
                show(context, lesson);
            }
        } finally {
            bench.leave();
        }
    }

    /// The author's commands, or what the learner has made of them.
    private static String commands(Context context, Lesson.Part.Commands block) {
        if (!"edited".equals(context.formParam("what"))) {
            return block.text();
        }
        var edited = String.valueOf(context.formParam("commands")).replace("\r\n", "\n").strip();
        if (edited.isEmpty()) {
            throw new BadRequestResponse("There were no commands to run.");
        }
        if (edited.length() > LessonBench.LONGEST_COMMANDS) {
            throw new BadRequestResponse(
                    "These are more than %d characters, which is more than is run at once here."
                            .formatted(LessonBench.LONGEST_COMMANDS));
        }
        return edited;
    }

    private void cancel(Context context) {
        desk.find(visitors.learner(context).id(), lesson(context)).ifPresent(LessonBench::cancel);
        context.status(HttpStatus.NO_CONTENT);
    }

    private void startOver(Context context) {
        var lesson = lesson(context);
        desk.find(visitors.learner(context).id(), lesson).ifPresent(LessonBench::startOver);
        show(context, lesson);
    }

    private void undo(Context context) {
        var lesson = lesson(context);
        var undone =
                desk.find(visitors.learner(context).id(), lesson)
                        .filter(LessonBench::undo)
                        .isPresent();
        if (!undone) {
            throw new NotFoundResponse("There is nothing to bring back.");
        }
        show(context, lesson);
    }

    /// The lesson again, at the block that one was at.
    private static void show(Context context, Lesson lesson) {
        var place =
                lesson.commands().stream()
                        .map(Lesson.Part.Commands::id)
                        .filter(id -> id.equals(context.formParam("block")))
                        .map(id -> "#run-" + id)
                        .findFirst()
                        .orElse("");
        context.redirect("/lessons/" + lesson.id() + place, HttpStatus.SEE_OTHER);
    }

    private Lesson lesson(Context context) {
        return catalogue
                .get()
                .lesson(context.pathParam("lesson"))
                .orElseThrow(() ->
                        new NotFoundResponse(
                                "There is no lesson with this name. It may have been renamed or taken out."));
    }

    private static Lesson.Part.Commands block(Context context, Lesson lesson) {
        return lesson.commands().stream()
                .filter(each -> each.id().equals(context.formParam("block")))
                .findFirst()
                .orElseThrow(() ->
                        new ConflictResponse(
                                "These commands are not in the lesson any more: its author has changed them. Open the lesson again."));
    }
}
