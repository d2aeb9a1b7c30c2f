package groundschool.content;

import groundschool.question.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that there is to learn, as of one moment. It never changes; new content is a new
/// catalogue.
public final class Catalogue {

    /// One without anything.
    public static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), Map.of());

    private final List<Course> courses;
    private final SequencedMap<String, Lab> labs;
    private final Map<String, Path> assets;
    private final Origins origins;
    private final Map<String, Course> coursesById;
    private final Map<String, Unit> units;
    private final SequencedMap<String, Lesson> lessons;
    private final SequencedMap<String, Card> cards;
    private final SequencedMap<String, Question> questions;
    private final SequencedMap<String, Exam> exams;
    private final Map<String, Course> courseOf = new LinkedHashMap<>();
    private final Map<String, Unit> unitOf = new LinkedHashMap<>();
    private final Map<String, Lesson> lessonOf = new LinkedHashMap<>();
    private final List<Passage> passages;

    /// @param assets the files that pages show, by their path below `/content/`
    /// @throws IllegalStateException if two of a kind have the same id
    public Catalogue(List<Course> courses, List<Lab> labs, Map<String, Path> assets) {
        this(courses, labs, assets, Origins.NONE);
    }

    /// @param assets the files that pages show, by their path below `/content/`
    /// @param origins where all of it is written
    /// @throws IllegalStateException if two of a kind have the same id
    public Catalogue(
            List<Course> courses, List<Lab> labs, Map<String, Path> assets, Origins origins) {
        this.courses = List.copyOf(courses);
        this.labs = byId(labs.stream(), Lab::id);
        this.assets = Map.copyOf(assets);
        this.origins = origins;
        coursesById = byId(courses.stream(), Course::id);
        units = byId(courses.stream().flatMap(course -> course.units().stream()), Unit::id);
        lessons = byId(courses.stream().flatMap(Course::lessons), Lesson::id);
        cards = byId(lessons.values().stream().flatMap(each -> each.cards().stream()), Card::id);
        questions =
                byId(
                        lessons.values().stream().flatMap(each -> each.questions().stream()),
                        Question::id);
        exams = byId(courses.stream().flatMap(course -> course.exams().stream()), Exam::id);
        courses.forEach(this::rememberWhereThingsAre);
        passages = Passage.all(this);
    }

    private static <T> SequencedMap<String, T> byId(Stream<T> things, Function<T, String> id) {
        return things.collect(
                Collectors.collectingAndThen(
                        Collectors.toMap(
                                id,
                                Function.identity(),
                                (one, another) -> {
                                    throw new IllegalStateException(
                                            "the same id twice: " + id.apply(one));
                                },
                                LinkedHashMap::new),
                        Collections::unmodifiableSequencedMap));
    }

    private void rememberWhereThingsAre(Course course) {
        course.exams().forEach(exam -> courseOf.put(exam.id(), course));
        for (var unit : course.units()) {
            courseOf.put(unit.id(), course);
            for (var lesson : unit.lessons()) {
                courseOf.put(lesson.id(), course);
                unitOf.put(lesson.id(), unit);
                lesson.cards().forEach(card -> lessonOf.put(card.id(), lesson));
                lesson.questions().forEach(question -> lessonOf.put(question.id(), lesson));
            }
        }
    }

    /// The courses, in the order of their folders.
    public List<Course> courses() {
        return courses;
    }

    /// The labs, in the order of their folders.
    public List<Lab> labs() {
        return List.copyOf(labs.values());
    }

    /// All lessons, in the order of reading.
    public List<Lesson> lessons() {
        return List.copyOf(lessons.values());
    }

    /// All cards, in the order of the lessons.
    public List<Card> cards() {
        return List.copyOf(cards.values());
    }

    /// All questions, in the order of the lessons.
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /// All exams, in the order of the courses.
    public List<Exam> exams() {
        return List.copyOf(exams.values());
    }

    public Optional<Course> course(String id) {
        return Optional.ofNullable(coursesById.get(id));
    }

    public Optional<Unit> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    public Optional<Lesson> lesson(String id) {
        return Optional.ofNullable(lessons.get(id));
    }

    public Optional<Card> card(String id) {
        return Optional.ofNullable(cards.get(id));
    }

    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    public Optional<Exam> exam(String id) {
        return Optional.ofNullable(exams.get(id));
    }

    public Optional<Lab> lab(String id) {
        return Optional.ofNullable(labs.get(id));
    }

    /// The labs in whose sandbox a lab goes on, the first at the front; none for most.
    public List<Lab> before(Lab lab) {
        var before = new ArrayList<Lab>();
        for (var at = lab.continues().flatMap(this::lab);
                at.isPresent();
                at = at.get().continues().flatMap(this::lab)) {
            before.addFirst(at.get());
        }
        return List.copyOf(before);
    }

    /// The labs that go on in the sandbox of a lab.
    public List<Lab> after(Lab lab) {
        return labs.values().stream()
                .filter(it -> it.continues().filter(lab.id()::equals).isPresent())
                .toList();
    }

    /// The course of a unit, lesson or exam, by its id.
    public Optional<Course> courseOf(String id) {
        return Optional.ofNullable(courseOf.get(id));
    }

    /// The unit of a lesson, by the lesson's id.
    public Optional<Unit> unitOf(String lessonId) {
        return Optional.ofNullable(unitOf.get(lessonId));
    }

    /// The lesson of a card or question, by its id.
    public Optional<Lesson> lessonOf(String id) {
        return Optional.ofNullable(lessonOf.get(id));
    }

    /// The lesson before this one in its course; absent at the beginning.
    public Optional<Lesson> previous(Lesson lesson) {
        return neighbour(lesson, -1);
    }

    /// The lesson after this one in its course; absent at the end.
    public Optional<Lesson> next(Lesson lesson) {
        return neighbour(lesson, 1);
    }

    private Optional<Lesson> neighbour(Lesson lesson, int step) {
        var inOrder = new ArrayList<String>();
        courseOf(lesson.id()).ifPresent(it -> it.lessons().map(Lesson::id).forEach(inOrder::add));
        var place = inOrder.indexOf(lesson.id()) + step;
        return 0 <= place && place < inOrder.size() && inOrder.contains(lesson.id())
                ? lesson(inOrder.get(place))
                : Optional.empty();
    }

    /// The file that a page shows at `/content/` plus this path; absent if no content has it.
    public Optional<Path> asset(String path) {
        return Optional.ofNullable(assets.get(path));
    }

    /// Where all of it is written.
    public Origins origins() {
        return origins;
    }

    /// What can be searched: lessons, cards, questions without their answers, labs, and what
    /// courses can be looked up in.
    public List<Passage> passages() {
        return passages;
    }

    /// The passages that have all words of the query, the best first.
    public List<Passage> search(String query, int limit) {
        return Passage.search(passages, query, limit);
    }
}
