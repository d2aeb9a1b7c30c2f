package groundschool.content.reader;

import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.content.Lab;
import groundschool.content.Problem;
import groundschool.content.Report;
import groundschool.content.markdown.Page;
import groundschool.content.markdown.Surroundings;
import groundschool.content.markdown.Surroundings.Asset;
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

/// The folders of content and labs. It remembers how it understood each file, and looks again only
/// at what has changed, also since an earlier process if there is a file to remember it in. Used by
/// one thread at a time.
public final class Library {

    /// What was read.
    ///
    /// @param catalogue empty but for its origins if there is a problem that refuses it
    /// @param problems of all files, by file and line
    public record Contents(Catalogue catalogue, List<Problem> problems) {}

    /// Everything that the understanding of a file depends on, as checksums.
    private record Key(long text, boolean draft, long surroundings) {}

    private record Remembered(Key key, Parsed<?> parsed) {}

    /// What is left for the next process.
    private record Memory(Map<Path, Remembered> files, Map<Path, Assets.Seen> images) {}

    private final Assets assets = new Assets();
    private final Optional<MemoryFile> memory;
    private Map<Path, Remembered> remembered = new HashMap<>();
    private Map<Path, Remembered> current = new HashMap<>();
    private Surroundings surroundings = Surroundings.NONE;
    private long surroundingsChecksum;
    private boolean hasLearned;

    /// One that remembers nothing of earlier processes.
    public Library() {
        this(Optional.empty());
    }

    /// One that begins with what an earlier process left.
    public Library(Optional<MemoryFile> memory) {
        this.memory = memory;
        memory.flatMap(MemoryFile::read)
                .ifPresent(left -> {
                    if (left instanceof Memory(var files, var images)) {
                        remembered = files;
                        assets.remember(images);
                    }
                });
    }

    /// Leaves to the next process what this one has understood, if it is more than it was given.
    public void keep() {
        if (hasLearned || assets.hasLearned()) {
            memory.ifPresent(file -> file.write(new Memory(remembered, assets.seen())));
            hasLearned = false;
        }
    }

    /// Reads both folders.
    public Contents read(Path contentFolder, Path labsFolder) {
        var content = FileTree.read(contentFolder, Set.of("md"));
        var labs =
                Files.exists(labsFolder)
                        ? FileTree.read(labsFolder, Set.of("*"))
                        : new FileTree(
                                labsFolder, new TreeMap<>(), new TreeSet<>(), new ArrayList<>());
        var courses = CourseFiles.in(content);
        var images = new HashMap<String, Path>();
        look(content, labs, courses, images);
        current = new HashMap<>();
        var assembly = new Assembly();
        for (var files : courses) {
            var course = course(content, files, assembly);
            course.ifPresent(assembly::add);
        }
        for (var folder : labFolders(labs)) {
            assembly.add(lab(labs, folder, assembly));
        }
        remembered = current;
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
            pages.put(course.file(), "/courses/" + course.id());
            for (var unit : course.units()) {
                for (var lesson : unit.lessons()) {
                    id(content, lesson.file())
                            .ifPresent(it -> pages.put(lesson.file(), "/lessons/" + it));
                }
            }
            for (var image : content.images()) {
                if (image.startsWith(course.folder())) {
                    var address = course.id() + "/" + FileTree.relative(course.folder(), image);
                    seen.put(image, assets.asset(image, address, content.problems()));
                    images.put(address, image);
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
        var now = new Surroundings(pages, seen);
        if (!now.equals(surroundings)) {
            surroundings = now;
            surroundingsChecksum = Checksum.of(now);
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
        var course = page(tree, files.file(), files.draft(), CourseReader::read);
        assembly.heed(course);
        var units = new ArrayList<Assembly.UnitParts>();
        for (var unit : files.units()) {
            var lessons = new ArrayList<Assembly.LessonParts>();
            for (var lesson : unit.lessons()) {
                lessons.add(
                        new Assembly.LessonParts(
                                page(tree, lesson.file(), files.draft(), LessonReader::read),
                                lesson.cards()
                                        .map(it -> page(tree, it, files.draft(), DeckReader::read)),
                                lesson.questions()
                                        .map(it ->
                                                page(
                                                        tree,
                                                        it,
                                                        files.draft(),
                                                        QuestionsReader::read))));
            }
            units.add(
                    new Assembly.UnitParts(
                            page(tree, unit.file(), files.draft(), UnitReader::read), lessons));
        }
        var exams =
                files.exams().stream()
                        .map(it -> page(tree, it, files.draft(), ExamReader::read))
                        .toList();
        return assembly.course(course, units, exams);
    }

    private <T> Parsed<T> page(
            FileTree tree, Path file, boolean draft, Function<Page, Parsed<T>> reader) {
        var text = Optional.ofNullable(tree.texts().get(file));
        if (text.isEmpty()) {
            var report = new Report(file, draft);
            if (tree.problems().stream().noneMatch(problem -> problem.file().equals(file))) {
                report.problem(1, "the file is missing");
            }
            return Parsed.nothing(report);
        }
        return remember(
                file,
                new Key(Checksum.of(text.get()), draft, surroundingsChecksum),
                report -> reader.apply(new Page(text.get(), report, surroundings)));
    }

    private Parsed<Lab> lab(FileTree tree, Path folder, Assembly assembly) {
        var file = folder.resolve("lab.md");
        SortedMap<String, String> files = tree.below(folder);
        Parsed<Lab> lab =
                files.containsKey("lab.md")
                        ? remember(
                                file,
                                new Key(Checksum.of(files), false, surroundingsChecksum),
                                report ->
                                        LabReader.read(
                                                new Page(
                                                        files.getOrDefault("lab.md", ""),
                                                        report,
                                                        surroundings),
                                                folder,
                                                files))
                        : page(tree, file, false, _ -> Parsed.nothing(new Report(file, false)));
        assembly.heed(lab);
        return lab;
    }

    @SuppressWarnings("unchecked") // a file is always read by the same reader
    private <T> Parsed<T> remember(Path file, Key key, Function<Report, Parsed<T>> read) {
        var before = remembered.get(file);
        if (before != null && before.key().equals(key)) {
            current.put(file, before);
            return (Parsed<T>) before.parsed();
        }
        hasLearned = true;
        var report = new Report(file, key.draft());
        Parsed<T> parsed;
        try {
            parsed = read.apply(report);
        } catch (StackOverflowError e) {
            report.problem(1, "the file is nested too deeply to be read");
            parsed = Parsed.nothing(report);
        } catch (RuntimeException e) {
            // The Markdown parser is not ours; its mistakes must not hide which file they are
            // about.
            report.problem(1, "the file cannot be read, which is our mistake: please report " + e);
            parsed = Parsed.nothing(report);
        }
        current.put(file, new Remembered(key, parsed));
        return parsed;
    }
}
