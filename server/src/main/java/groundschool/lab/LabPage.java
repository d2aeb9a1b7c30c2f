package groundschool.lab;

import groundschool.content.Catalogue;
import groundschool.content.Lab;
import groundschool.lab.check.Filling;
import groundschool.station.Typed;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// A lab: its steps, the tools to do it with, and its checks.
public final class LabPage implements Page {

    private static final int LONGEST_ANSWER = 1000;

    private final Views views;
    private final Visitors visitors;
    private final Supplier<Catalogue> catalogue;
    private final LabDesk desk;
    private final Supplier<URI> endpoint;
    private final RepeatCards repeatCards;

    /// @param endpoint where the emulator listens
    public LabPage(
            Views views,
            Visitors visitors,
            Supplier<Catalogue> catalogue,
            LabDesk desk,
            Supplier<URI> endpoint,
            RepeatCards repeatCards) {
        this.views = views;
        this.visitors = visitors;
        this.catalogue = catalogue;
        this.desk = desk;
        this.endpoint = endpoint;
        this.repeatCards = repeatCards;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/labs/{lab}", this::show);
        routes.post("/labs/{lab}/catch-up", this::catchUp);
        routes.get("/labs/{lab}/runs/{run}/parts", context -> answer(context, bench(context)));
        routes.post("/labs/{lab}/runs/{run}/check", this::check);
        routes.post("/labs/{lab}/runs/{run}/answers/{check}", this::answer);
        routes.post("/labs/{lab}/runs/{run}/reset", context -> move(context, Workbench::reset));
        routes.post(
                "/labs/{lab}/runs/{run}/undo",
                context -> move(context, bench -> bench.backTo(LabHistories.UNDO)));
        routes.post(
                "/labs/{lab}/runs/{run}/steps/{step}",
                context -> move(context, bench -> bench.backTo(context.pathParam("step"))));
    }

    private void show(Context context) {
        var lab = lab(context);
        var learner = visitors.learner(context).id();
        var before = desk.unfinishedBefore(learner, lab);
        if (!before.isEmpty()) {
            showBefore(context, lab, before, Optional.empty());
            return;
        }
        var bench = desk.open(learner, lab);
        bench.check();
        var model = new HashMap<String, Object>();
        model.put("view", view(bench));
        model.put("actions", actions(lab, bench.run()));
        model.put("endpoint", endpoint.get().toString());
        model.put("exports", exports(bench));
        model.put("before", catalogue.get().before(lab));
        model.put("after", catalogue.get().after(lab));
        model.put(
                "hasInbox",
                bench.lab().services().contains("cognito-idp") || !bench.inbox().isEmpty());
        model.put("hasFunctions", bench.lab().services().contains("lambda"));
        views.show(context, "lab/lab", model);
    }

    /// A lab that goes on where others end waits for them.
    private void showBefore(Context context, Lab lab, List<Lab> before, Optional<Typed> stopped) {
        views.show(
                context,
                "lab/before",
                Map.of(
                        "lab", lab,
                        "before", before,
                        "stopped", stopped.map(Typed::output).orElse(List.of())));
    }

    private void catchUp(Context context) {
        var lab = lab(context);
        var learner = visitors.learner(context).id();
        var stopped = desk.catchUp(learner, lab);
        if (stopped.isPresent()) {
            showBefore(context, lab, desk.unfinishedBefore(learner, lab), stopped);
        } else {
            context.redirect("/labs/" + lab.id(), HttpStatus.SEE_OTHER);
        }
    }

    private Lab lab(Context context) {
        return catalogue
                .get()
                .lab(context.pathParam("lab"))
                .orElseThrow(() -> new NotFoundResponse("There is no such lab."));
    }

    /// What a learner pastes into a shell of their own.
    private String exports(Workbench bench) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("AWS_ENDPOINT_URL", endpoint.get().toString());
        variables.put("AWS_ACCESS_KEY_ID", bench.key().id());
        variables.put("AWS_SECRET_ACCESS_KEY", bench.key().secret());
        variables.put("AWS_DEFAULT_REGION", Workbench.REGION);
        variables.putAll(Filling.environment(bench.run().variables()));
        return variables.entrySet().stream()
                .map(each -> "export " + each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\n"));
    }

    private void check(Context context) {
        var bench = bench(context);
        var grading = bench.check();
        if (!grading.complete() && bench.snapshot().callCount() > 0) {
            repeatCards.make(visitors.learner(context), bench.lab().cards(), visitors.now());
        }
        answer(context, bench);
    }

    private void answer(Context context) {
        var bench = bench(context);
        var check =
                bench.lab()
                        .check(context.pathParam("check"))
                        .filter(each -> each.kind().equals("answer"))
                        .orElseThrow(NotFoundResponse::new);
        var given = String.valueOf(context.formParam("answer")).strip();
        if (given.length() > LONGEST_ANSWER) {
            throw new BadRequestResponse("An answer is shorter than that.");
        }
        var grading = bench.answer(check.id(), given);
        if (!given.isEmpty() && !grading.passed(check.id())) {
            repeatCards.make(visitors.learner(context), bench.lab().cards(), visitors.now());
        }
        answer(context, bench);
    }

    private void move(Context context, Consumer<Workbench> move) {
        try {
            move.accept(bench(context));
        } catch (NoSuchElementException _) {
            throw new NotFoundResponse("There is nothing to go back to.");
        }
        // The terminal and its files have changed too, so that the whole page is new.
        context.redirect("/labs/" + context.pathParam("lab"), HttpStatus.SEE_OTHER);
    }

    /// With the parts that may have changed, or, without a script, with the page.
    private void answer(Context context, Workbench bench) {
        if (String.valueOf(context.header("Accept")).contains("application/json")) {
            context.json(
                    LabParts.of(
                            view(bench),
                            actions(bench.lab(), bench.run()),
                            (template, model) -> views.render(context, template, model)));
        } else {
            context.redirect("/labs/" + bench.lab().id() + "#checks", HttpStatus.SEE_OTHER);
        }
    }

    private Workbench bench(Context context) {
        return bench(context, desk, visitors);
    }

    /// The workbench of the run that the address names.
    ///
    /// @throws NotFoundResponse if it is not this learner's
    static Workbench bench(Context context, LabDesk desk, Visitors visitors) {
        var runId = context.pathParamAsClass("run", Long.class).getOrDefault(-1L);
        return desk.find(visitors.learner(context).id(), runId)
                .filter(bench -> bench.lab().id().equals(context.pathParam("lab")))
                .orElseThrow(() ->
                        new NotFoundResponse(
                                "There is no such run of this lab. Open the lab from the list of labs."));
    }

    private LabView view(Workbench bench) {
        return LabView.of(bench.lab(), bench.snapshot(), visitors.zone());
    }

    static String actions(Lab lab, LabRun run) {
        return "/labs/" + lab.id() + "/runs/" + run.id();
    }
}
