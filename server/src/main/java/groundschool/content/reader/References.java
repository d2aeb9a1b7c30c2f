package groundschool.content.reader;

import groundschool.content.Course;
import groundschool.content.Origins;
import groundschool.content.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What names what across files: ids are unique, and what is mentioned exists.
final class References {

    private final List<Parsed<?>> files = new ArrayList<>();
    private final Set<String> objectives = new HashSet<>();
    private boolean knowsObjectives;

    void add(Parsed<?> file) {
        files.add(file);
    }

    void addObjectives(Course course) {
        course.blueprint()
                .ifPresent(blueprint -> {
                    knowsObjectives = true;
                    blueprint.skills().forEach(skill -> objectives.add(skill.id()));
                });
    }

    /// The problems of all files, each by itself and with each other.
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        files.forEach(file -> problems.addAll(file.problems()));
        var ids = ids(problems);
        Map<Path, Parsed<?>> byPath = new HashMap<>();
        files.forEach(file -> byPath.put(file.file(), file));
        for (var file : files) {
            file.mentions().forEach(it -> mention(file, it, ids, problems));
            file.links()
                    .forEach(it ->
                            link(file, it.target(), it.anchor(), it.line(), byPath, problems));
        }
        return problems;
    }

    /// Where everything stands that has an id, and the files in the order of reading.
    Origins origins(Predicate<Path> isDraft) {
        var places = new HashMap<String, Origins.Place>();
        var texts = new ArrayList<Origins.Text>();
        for (var file : files) {
            var text = new Origins.Text(file.file(), isDraft.test(file.file()));
            texts.add(text);
            file.named().forEach(it -> places.put(it.id(), text.at(it.line())));
        }
        return new Origins(places, texts);
    }

    /// The kind of each id.
    private Map<String, String> ids(List<Problem> problems) {
        var kinds = new HashMap<String, String>();
        var places = new HashMap<String, String>();
        for (var file : files) {
            for (var named : file.named()) {
                if (named.id().isEmpty()) {
                    continue;
                }
                var place = file.file() + ":" + named.line();
                var before = places.putIfAbsent(named.id(), place);
                if (before == null) {
                    kinds.put(named.id(), named.kind());
                } else {
                    problems.add(
                            problem(
                                    file,
                                    named.line(),
                                    "the id `%s` is taken by the %s at %s: give this %s another"
                                            .formatted(
                                                    named.id(),
                                                    kinds.get(named.id()),
                                                    before,
                                                    named.kind())));
                }
            }
        }
        return kinds;
    }

    private void mention(
            Parsed<?> file, Parsed.Mention it, Map<String, String> ids, List<Problem> problems) {
        if (it.kind().equals("objective")) {
            if (!objectives.contains(it.id())) {
                problems.add(unknownObjective(file, it));
            }
        } else if (!it.kind().equals(ids.get(it.id()))) {
            var message = "there is no %s `%s`".formatted(it.kind(), it.id());
            problems.add(
                    isLabWithoutItsCourse(file)
                            ? note(file, it.line(), message + " in the courses that were read")
                            : problem(file, it.line(), message));
        }
    }

    private Problem unknownObjective(Parsed<?> file, Parsed.Mention it) {
        return isLabWithoutItsCourse(file)
                ? note(
                        file,
                        it.line(),
                        "objective %s was not looked at: no course was read that lists objectives"
                                .formatted(it.id()))
                : problem(
                        file,
                        it.line(),
                        "objective %s is not in the blueprint of the course: add it to course.md or take another"
                                .formatted(it.id()));
    }

    /// Labs belong to no course's folder, and may be read beside courses that they were not made
    /// for.
    private boolean isLabWithoutItsCourse(Parsed<?> file) {
        return !knowsObjectives && file.named().stream().anyMatch(it -> it.kind().equals("lab"));
    }

    private static void link(
            Parsed<?> file,
            Path target,
            String anchor,
            int line,
            Map<Path, Parsed<?>> byPath,
            List<Problem> problems) {
        var page = byPath.get(target);
        if (!anchor.isEmpty()
                && page != null
                && page.value().isPresent()
                && !page.anchors().contains(anchor)) {
            problems.add(
                    problem(
                            file,
                            line,
                            "the link leads nowhere: %s has no heading #%s"
                                    .formatted(
                                            target.equals(file.file()) ? "this page" : target,
                                            anchor)));
        }
    }

    private static Problem problem(Parsed<?> file, int line, String message) {
        return new Problem(file.file(), line, Problem.Severity.PROBLEM, message);
    }

    private static Problem note(Parsed<?> file, int line, String message) {
        return new Problem(file.file(), line, Problem.Severity.NOTE, message);
    }
}
