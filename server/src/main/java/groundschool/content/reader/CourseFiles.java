package groundschool.content.reader;

import groundschool.content.Problem;
import groundschool.content.markdown.Head;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The files of one course, each in its place.
///
/// @param id as `course.md` gives it, or the folder's name if it gives none
/// @param exams the files of exams
record CourseFiles(Path folder, String id, boolean draft, List<UnitFiles> units, List<Path> exams) {

    private static final Set<String> HANDBOOK = Set.of("glossary.md", "formulas.md", "prices.yaml");

    private static final Pattern ID = Pattern.compile("(?m)^id:[ \\t]*[\"']?([a-z0-9-]+)");
    private static final Pattern DRAFT = Pattern.compile("(?m)^draft:[ \\t]*true[ \\t]*$");

    /// The files of one unit.
    record UnitFiles(Path file, List<LessonFiles> lessons) {}

    /// The files of one lesson.
    record LessonFiles(Path file, Optional<Path> cards, Optional<Path> questions) {}

    Path file() {
        return folder.resolve("course.md");
    }

    Path glossary() {
        return folder.resolve("glossary.md");
    }

    Path formulas() {
        return folder.resolve("formulas.md");
    }

    Path prices() {
        return folder.resolve("prices.yaml");
    }

    /// The courses of a tree, which is a course itself or a folder of courses.
    static List<CourseFiles> in(FileTree tree) {
        if (tree.texts().containsKey(tree.root().resolve("course.md"))) {
            return List.of(course(tree, tree.root()));
        }
        var folders = new TreeSet<Path>();
        for (var file : tree.texts().keySet()) {
            var parts = tree.root().relativize(file);
            if (parts.getNameCount() == 1) {
                misplaced(tree, file);
            } else if (FileTree.ending(file).equals("md")) {
                folders.add(tree.root().resolve(parts.getName(0)));
            }
        }
        return folders.stream().map(folder -> course(tree, folder)).toList();
    }

    private static CourseFiles course(FileTree tree, Path folder) {
        var exams = new ArrayList<Path>();
        var units = new TreeMap<Path, List<Path>>();
        for (var file : tree.texts().keySet()) {
            if (!file.startsWith(folder) || file.equals(folder.resolve("course.md"))) {
                continue;
            }
            var parts = folder.relativize(file);
            if (parts.getNameCount() == 1 && HANDBOOK.contains(parts.toString())) {
                continue;
            }
            if (parts.getNameCount() != 2 || !FileTree.ending(file).equals("md")) {
                misplaced(tree, file);
            } else if (parts.getName(0).toString().equals("exams")) {
                exams.add(file);
            } else if (!isReadme(file)) {
                units.computeIfAbsent(file.getParent(), _ -> new ArrayList<>()).add(file);
            }
        }
        var text = tree.texts().getOrDefault(folder.resolve("course.md"), "");
        return new CourseFiles(
                folder,
                idOf(text).orElse(folder.toAbsolutePath().getFileName().toString()),
                DRAFT.matcher(frontMatter(text)).find(),
                units(tree, units),
                exams);
    }

    private static List<UnitFiles> units(FileTree tree, SortedMap<Path, List<Path>> units) {
        var all = new ArrayList<UnitFiles>();
        for (Map.Entry<Path, List<Path>> unit : units.entrySet()) {
            all.add(unit(tree, unit.getKey().resolve("unit.md"), unit.getValue()));
        }
        return all;
    }

    private static UnitFiles unit(FileTree tree, Path unitFile, List<Path> files) {
        var lessons = new ArrayList<LessonFiles>();
        for (var file : files) {
            var name = file.getFileName().toString();
            if (file.equals(unitFile)) {
                continue;
            }
            var base = name.replaceFirst("(\\.cards|\\.questions)?\\.md$", "");
            if (name.equals(base + ".md")) {
                lessons.add(
                        new LessonFiles(
                                file,
                                sibling(files, file, base + ".cards.md"),
                                sibling(files, file, base + ".questions.md")));
            } else if (sibling(files, file, base + ".md").isEmpty()) {
                problem(tree, file, "its lesson is missing: there is no %s.md".formatted(base));
            }
        }
        return new UnitFiles(unitFile, lessons);
    }

    private static Optional<Path> sibling(List<Path> files, Path file, String name) {
        return Optional.of(file.resolveSibling(name)).filter(files::contains);
    }

    private static boolean isReadme(Path file) {
        return file.getFileName().toString().equalsIgnoreCase("readme.md");
    }

    private static void misplaced(FileTree tree, Path file) {
        if (!isReadme(file) && FileTree.ending(file).equals("md")) {
            problem(
                    tree,
                    file,
                    "nothing is read from this place: lessons stand in <course>/<unit>/, exams in <course>/exams/");
        }
    }

    private static void problem(FileTree tree, Path file, String message) {
        tree.problems().add(new Problem(file, 1, Problem.Severity.PROBLEM, message));
    }

    private static String frontMatter(String text) {
        return Head.of(text).yaml().orElse("");
    }

    /// The id in a file's front matter, at a glance.
    static Optional<String> idOf(String text) {
        var id = ID.matcher(frontMatter(text));
        return id.find() ? Optional.of(id.group(1)) : Optional.empty();
    }
}
