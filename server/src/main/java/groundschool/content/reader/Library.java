package groundschool.content.reader;

import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.content.Lab;
import groundschool.content.LabRule;
import groundschool.content.Price;
import groundschool.content.Problem;
import groundschool.content.Report;
import groundschool.content.Term;
import groundschool.content.markdown.Lookup;
import groundschool.content.markdown.Page;
import groundschool.content.markdown.Surroundings;
import groundschool.content.markdown.Surroundings.Asset;
import groundschool.content.markdown.Terms;
import groundschool.content.memory.MemoryFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The folders of content and labs. It remembers how it understood each file, and looks again only
/// at what has changed, also since an earlier process if there is a file to remember it in. Used by
/// one thread at a time.
public final class Library {

    /// What was read.
    ///
    /// @param catalogue empty but for its origins if there is a problem that refuses it
    /// @param problems of all files, by file and line
    public record Contents(Catalogue catalogue, List<Problem> problems) {}

    /// What the files of a course can refer to, and a checksum of it.
    private record Around(Surroundings surroundings, long checksum) {}

    private final Assets assets = new Assets();
    private final Recollection recollection;
    private final LabRule labRule;
    private Around around = new Around(Surroundings.NONE, 0);

    /// @param memory may have what an earlier process left
    /// @param labRule what each lab must obey besides
    public Library(Optional<MemoryFile> memory, LabRule labRule) {
        this.recollection = new Recollection(memory, assets);
        this.labRule = labRule;
    }

    /// Leaves to the next process what this one has understood, if it is more than it was given.
    public void keep() {
        recollection.keep();
    }

    /// Reads both folders.
    public Contents read(Path contentFolder, Path labsFolder) {
        var content = FileTree.read(contentFolder, Set.of("md", "yaml"));
        var labs =
                Files.exists(labsFolder)
                        ? FileTree.read(labsFolder, Set.of("*"))
                        : new FileTree(
                                labsFolder, new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
        var courses = CourseFiles.in(content);
        var images = new HashMap<String, Path>();
        look(content, labs, courses, images);
        recollection.begin();
        var assembly = new Assembly();
        for (var files : courses) {
            var course = course(content, files, assembly);
            course.ifPresent(assembly::add);
        }
        for (var folder : labFolders(labs)) {
            assembly.add(lab(labs, folder, assembly));
        }
        recollection.end();
        var problems = new ArrayList<>(content.problems());
        problems.addAll(labs.problems());
        problems.addAll(assembly.problems());
        problems.sort(null);
        return new Contents(
                problems.stream().anyMatch(Problem::refuses)
                        ? assembly.originsOnly()
                        : assembly.catalogue(images),
                List.copyOf(problems));
    }

    /// Finds what pages can point to.
    private void look(
            FileTree content, FileTree labs, List<CourseFiles> courses, Map<String, Path> images) {
        var pages = new HashMap<Path, String>();
        var seen = new HashMap<Path, Asset>();
        for (var course : courses) {
            var address = "/courses/" + course.id();
            pages.put(course.file(), address);
            if (content.texts().containsKey(course.glossary())) {
                pages.put(course.glossary(), address + "/glossary");
            }
            if (content.texts().containsKey(course.formulas())) {
                pages.put(course.formulas(), address + "/formulas");
            }
            for (var unit : course.units()) {
                for (var lesson : unit.lessons()) {
                    id(content, lesson.file())
                            .ifPresent(it -> pages.put(lesson.file(), "/lessons/" + it));
                }
            }
            for (var image : content.images()) {
                if (image.startsWith(course.folder())) {
                    var path = course.id() + "/" + FileTree.relative(course.folder(), image);
                    seen.put(image, assets.asset(image, path, content.problems()));
                    images.put(path, image);
                }
            }
        }
        for (var folder : labFolders(labs)) {
            var name = folder.getFileName().toString();
            var file = folder.resolve("lab.md");
            pages.put(file, "/labs/" + id(labs, file).orElse(name));
            for (var image : labs.images()) {
                if (image.startsWith(folder)) {
                    var address = name + "/" + FileTree.relative(folder, image);
                    seen.put(image, assets.asset(image, address, labs.problems()));
                    images.put(address, image);
                }
            }
        }
        var before = around.surroundings();
        if (!pages.equals(before.pages()) || !seen.equals(before.assets())) {
            var now = new Surroundings(pages, seen, Lookup.NONE);
            around = new Around(now, Checksum.of(now));
        }
    }

    private static Optional<String> id(FileTree tree, Path file) {
        return CourseFiles.idOf(tree.texts().getOrDefault(file, ""));
    }

    private static List<Path> labFolders(FileTree labs) {
        var folders = new TreeSet<Path>();
        for (var file : labs.texts().keySet()) {
            var parts = labs.root().relativize(file);
            if (parts.getNameCount() > 1) {
                folders.add(labs.root().resolve(parts.getName(0)));
            }
        }
        return List.copyOf(folders);
    }

    private Optional<Course> course(FileTree tree, CourseFiles files, Assembly assembly) {
        var prices =
                text(tree, files.prices())
                        .map(text ->
                                recollection.of(
                                        files.prices(),
                                        new Recollection.Key(Checksum.of(text), files.draft(), 0),
                                        report -> PricesReader.read(text, report)));
        var priced = lookup(prices, List.of(), files);
        var glossary =
                text(tree, files.glossary())
                        .map(_ ->
                                new Pages(tree, files.draft(), around(tree, files, priced))
                                        .page(files.glossary(), GlossaryReader::read));
        var terms = glossary.flatMap(Parsed::value).orElse(List.of());
        var pages =
                new Pages(tree, files.draft(), around(tree, files, lookup(prices, terms, files)));
        var formulas =
                text(tree, files.formulas())
                        .map(_ -> pages.page(files.formulas(), FormulasReader::read));
        return assembly.course(
                heeded(pages.page(files.file(), CourseReader::read), assembly),
                new Assembly.HandbookParts(glossary, formulas, prices),
                files.units().parallelStream().map(pages::unit).toList(),
                files.exams().stream().map(it -> pages.page(it, ExamReader::read)).toList());
    }

    private static Parsed<Course> heeded(Parsed<Course> course, Assembly assembly) {
        assembly.heed(course);
        return course;
    }

    private static Lookup lookup(
            Optional<Parsed<List<Price>>> prices, List<Term> terms, CourseFiles files) {
        return new Lookup(
                "/courses/" + files.id() + "/glossary",
                new Terms(terms),
                prices.flatMap(Parsed::value).orElse(List.of()).stream()
                        .collect(
                                Collectors.toMap(
                                        Price::id, Function.identity(), (first, _) -> first)));
    }

    /// What the files of a course can refer to, and the words that this follows from.
    private Around around(FileTree tree, CourseFiles files, Lookup lookup) {
        return new Around(
                around.surroundings().with(lookup),
                Checksum.of(
                        Map.of(
                                "pages", Long.toString(around.checksum()),
                                "glossary", text(tree, files.glossary()).orElse(""),
                                "prices", text(tree, files.prices()).orElse(""))));
    }

    private static Optional<String> text(FileTree tree, Path file) {
        return Optional.ofNullable(tree.texts().get(file));
    }

    /// Reads the Markdown files of one course, or of one lab.
    private final class Pages {

        private final FileTree tree;
        private final boolean draft;
        private final Around around;

        private Pages(FileTree tree, boolean draft, Around around) {
            this.tree = tree;
            this.draft = draft;
            this.around = around;
        }

        Assembly.UnitParts unit(CourseFiles.UnitFiles unit) {
            var lessons =
                    unit.lessons().stream()
                            .map(lesson ->
                                    new Assembly.LessonParts(
                                            page(lesson.file(), LessonReader::read),
                                            lesson.cards().map(it -> page(it, DeckReader::read)),
                                            lesson.questions()
                                                    .map(it -> page(it, QuestionsReader::read))))
                            .toList();
            return new Assembly.UnitParts(page(unit.file(), UnitReader::read), lessons);
        }

        <T> Parsed<T> page(Path file, Function<Page, Parsed<T>> reader) {
            var text = text(tree, file);
            if (text.isEmpty()) {
                var report = new Report(file, draft);
                if (tree.problems().stream().noneMatch(problem -> problem.file().equals(file))) {
                    report.problem(1, "the file is missing");
                }
                return Parsed.nothing(report);
            }
            return recollection.of(
                    file,
                    new Recollection.Key(Checksum.of(text.get()), draft, around.checksum()),
                    report -> reader.apply(new Page(text.get(), report, around.surroundings())));
        }
    }

    private Parsed<Lab> lab(FileTree tree, Path folder, Assembly assembly) {
        var file = folder.resolve("lab.md");
        SortedMap<String, String> files = tree.below(folder);
        Parsed<Lab> lab =
                files.containsKey("lab.md")
                        ? recollection.of(
                                file,
                                new Recollection.Key(Checksum.of(files), false, around.checksum()),
                                report -> lab(report, folder, files))
                        : new Pages(tree, false, around)
                                .page(file, _ -> Parsed.nothing(new Report(file, false)));
        assembly.heed(lab);
        return lab;
    }

    private Parsed<Lab> lab(Report report, Path folder, SortedMap<String, String> files) {
        var page = new Page(files.getOrDefault("lab.md", ""), report, around.surroundings());
        var lab = LabReader.read(page, folder, files);
        return lab.and(lab.value().map(labRule::problemsOf).orElse(List.of()));
    }
}
