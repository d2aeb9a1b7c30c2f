package groundschool.content.reader;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.util.ast.Node;
import groundschool.content.CheckBlock;
import groundschool.content.Ids;
import groundschool.content.Lab;
import groundschool.content.Problem;
import groundschool.content.markdown.Page;
import groundschool.content.markdown.Section;
import groundschool.content.markdown.Slug;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/// Reads a lab: its story and steps from `lab.md`, and the scripts and files beside it.
final class LabReader {

    private final Page page;
    private final Path folder;
    private final SortedMap<String, String> files;
    private final List<Problem> scriptProblems = new ArrayList<>();

    private LabReader(Page page, Path folder, SortedMap<String, String> files) {
        this.page = page;
        this.folder = folder;
        this.files = files;
    }

    /// @param files the lab's texts by their path in its folder
    static Parsed<Lab> read(Page page, Path folder, SortedMap<String, String> files) {
        return new LabReader(page, folder, files).read();
    }

    private Parsed<Lab> read() {
        var frontMatter = FrontMatter.of(page);
        if (frontMatter.isEmpty()) {
            return Parsed.nothing(page.report());
        }
        var fields = frontMatter.get();
        var id = fields.has("id") ? fields.id("id") : folder.getFileName().toString();
        if (!fields.has("id") && !Ids.isId(id)) {
            page.report().problem(1, "the folder's name is no id: use %s".formatted(Ids.RULE));
        }
        var title = fields.text("title");
        var time = fields.minutes();
        var continues = fields.textIfAny("continues");
        var objectives = fields.texts("objectives");
        var services = fields.texts("services");
        var cards = fields.texts("cards");
        var variables = fields.textsByName("variables");
        var playedTimes = fields.flag("playedTimes");
        fields.finish();
        if (objectives.isEmpty()) {
            page.report()
                    .lacking(fields.line("objectives"), "the lab has no objectives: list skills");
        }
        var story = page.prose(proseOf(page.beforeSections(2)));
        for (var block : page.beforeSections(2)) {
            if (isCheck(block)) {
                page.report()
                        .problem(page.line(block), "a check belongs into a step: below a `##`");
            }
        }
        var steps = page.sections(2).stream().map(this::step).toList();
        checkSteps(steps, fields.line("title"));
        var solution = LabScript.read(files.getOrDefault("solution.sh", ""));
        LabScript.check(solution, steps, script("solution.sh"));
        var wrong = wrong(steps);
        var mentions = new ArrayList<Parsed.Mention>();
        objectives.forEach(
                it -> mentions.add(new Parsed.Mention("objective", it, fields.line("objectives"))));
        continues.ifPresent(
                it -> mentions.add(new Parsed.Mention("lab", it, fields.line("continues"))));
        cards.forEach(it -> mentions.add(new Parsed.Mention("card", it, fields.line("cards"))));
        var lab =
                new Lab(
                        id,
                        title,
                        time,
                        continues,
                        objectives,
                        services,
                        cards,
                        variables,
                        playedTimes,
                        story,
                        steps,
                        starter(),
                        solution,
                        wrong);
        var parsed =
                Parsed.of(
                        page,
                        Optional.of(lab),
                        List.of(new Parsed.Named("lab", id, fields.line("id"))),
                        mentions);
        return parsed.and(scriptProblems);
    }

    private static boolean isCheck(Node block) {
        return block instanceof FencedCodeBlock code
                && code.getInfo().toString().strip().equals("check");
    }

    private static List<Node> proseOf(List<Node> blocks) {
        return blocks.stream().filter(block -> !isCheck(block)).toList();
    }

    private Lab.Step step(Section section) {
        var title = section.title().text();
        var id = section.attributes().id().orElseGet(() -> Slug.of(title));
        var checks = new ArrayList<CheckBlock>();
        for (var block : section.body()) {
            if (isCheck(block)) {
                CheckReader.read(page, (FencedCodeBlock) block).ifPresent(checks::add);
            }
        }
        return new Lab.Step(id, title, page.prose(proseOf(section.body())), checks);
    }

    private void checkSteps(List<Lab.Step> steps, int line) {
        var ids = new HashSet<String>();
        for (var step : steps) {
            if (!ids.add(step.id())) {
                page.report().problem(line, "two steps have the id `%s`".formatted(step.id()));
            }
        }
        var checkIds = new HashSet<String>();
        for (var step : steps) {
            for (var check : step.checks()) {
                if (!checkIds.add(check.id())) {
                    page.report()
                            .problem(
                                    check.line(),
                                    "two checks have the id `%s`".formatted(check.id()));
                }
            }
        }
        var points = steps.stream().mapToInt(Lab.Step::points).sum();
        if (points != 100) {
            page.report()
                    .problem(
                            line,
                            "the points of the checks sum to %d, not to 100".formatted(points));
        }
    }

    private Map<String, String> wrong(List<Lab.Step> steps) {
        var checks = steps.stream().flatMap(step -> step.checks().stream()).toList();
        var wrong = new LinkedHashMap<String, String>();
        for (var check : checks) {
            var script = check.fields().get("wrong") instanceof String other ? other : check.id();
            var file = "wrong/" + script + ".sh";
            if (files.containsKey(file)) {
                wrong.put(check.id(), files.get(file));
            } else if (!check.kind().equals("answer")) {
                page.report()
                        .problem(
                                check.line(),
                                "the check `%s` has no wrong solution: write %s, which must fail it"
                                        .formatted(check.id(), file));
            }
        }
        for (var file : files.keySet()) {
            if (file.startsWith("wrong/") && checks.stream().noneMatch(it -> isFor(file, it))) {
                script(file).problem(1, "there is no check of this name in lab.md");
            }
        }
        return wrong;
    }

    private static boolean isFor(String file, CheckBlock check) {
        return file.equals("wrong/" + check.id() + ".sh")
                || file.equals("wrong/" + check.fields().get("wrong") + ".sh");
    }

    private LinkedHashMap<String, String> starter() {
        var starter = new LinkedHashMap<String, String>();
        files.forEach((path, text) -> {
            if (path.startsWith("starter/")) {
                starter.put(path.substring("starter/".length()), text);
            }
        });
        return starter;
    }

    /// A report for a script, whose problems join those of the lab.
    private ScriptReport script(String path) {
        return (line, message) ->
                scriptProblems.add(
                        new Problem(folder.resolve(path), line, Problem.Severity.PROBLEM, message));
    }

    /// Where problems of one script go.
    interface ScriptReport {
        void problem(int line, String message);
    }
}
