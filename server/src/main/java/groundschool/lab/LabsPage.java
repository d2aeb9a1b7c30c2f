package groundschool.lab;

import groundschool.content.Blueprint;
import groundschool.content.Catalogue;
import groundschool.content.Lab;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The list of labs, with how far one has come in each.
public final class LabsPage implements Page {

    private final Views views;
    private final Visitors visitors;
    private final Supplier<Catalogue> catalogue;
    private final LabDesk desk;

    public LabsPage(Views views, Visitors visitors, Supplier<Catalogue> catalogue, LabDesk desk) {
        this.views = views;
        this.visitors = visitors;
        this.catalogue = catalogue;
        this.desk = desk;
    }

    /// A lab in the list.
    public record Row(Lab lab, Optional<LabRun> run, List<String> objectives) {

        /// The verdict's sign, by its name in the templates.
        public String sign() {
            return run.map(each -> each.finishedAt().isPresent() ? "pass" : "wait").orElse("open");
        }

        public String word() {
            return run.map(each -> each.finishedAt().isPresent() ? "Done" : "Under way")
                    .orElse("Not started");
        }

        public int points() {
            return run.map(LabRun::bestScore).orElse(0);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/labs", this::show);
    }

    private void show(Context context) {
        var runs =
                desk.runs(visitors.learner(context).id()).stream()
                        .collect(Collectors.toMap(LabRun::labId, Function.identity()));
        var titles = titles();
        var rows =
                inOrder().stream()
                        .map(lab ->
                                new Row(
                                        lab,
                                        Optional.ofNullable(runs.get(lab.id())),
                                        lab.objectives().stream()
                                                .map(id -> titles.getOrDefault(id, id))
                                                .toList()))
                        .toList();
        views.show(context, "lab/labs", Map.of("rows", rows));
    }

    /// A lab that goes on where others end stands behind them.
    private List<Lab> inOrder() {
        var all = catalogue.get();
        return all.labs().stream()
                .sorted(
                        Comparator.comparing((Lab lab) ->
                                        all.before(lab).stream().findFirst().orElse(lab).id())
                                .thenComparing(lab -> all.before(lab).size()))
                .toList();
    }

    /// What the skills of all courses are called, by their ids.
    private Map<String, String> titles() {
        return catalogue.get().courses().stream()
                .flatMap(course -> course.blueprint().stream())
                .flatMap(Blueprint::skills)
                .collect(
                        Collectors.toMap(
                                Blueprint.Skill::id, Blueprint.Skill::title, (one, _) -> one));
    }
}
