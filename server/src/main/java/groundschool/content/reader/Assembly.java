package groundschool.content.reader;

import groundschool.content.Card;
import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.content.Formulas;
import groundschool.content.Handbook;
import groundschool.content.Lab;
import groundschool.content.Lesson;
import groundschool.content.Price;
import groundschool.content.Problem;
import groundschool.content.Term;
import groundschool.content.Unit;
import groundschool.question.Question;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Puts together what the files say, and finds what does not fit.
final class Assembly {

    /// A lesson's files.
    record LessonParts(
            Parsed<Lesson> lesson,
            Optional<Parsed<List<Card>>> cards,
            Optional<Parsed<List<Question>>> questions) {}

    /// The files that a course can be looked up in.
    record HandbookParts(
            Optional<Parsed<List<Term>>> glossary,
            Optional<Parsed<Formulas>> formulas,
            Optional<Parsed<List<Price>>> prices) {

        private Stream<Parsed<?>> all() {
            return Stream.of(glossary, formulas, prices).flatMap(Optional::stream);
        }

        private Handbook handbook() {
            return new Handbook(
                    glossary.flatMap(Parsed::value).orElse(List.of()),
                    formulas.flatMap(Parsed::value),
                    prices.flatMap(Parsed::value).orElse(List.of()));
        }
    }

    /// A unit's files.
    record UnitParts(Parsed<Unit> unit, List<LessonParts> lessons) {}

    private final References references = new References();
    private final List<Course> courses = new ArrayList<>();
    private final List<Lab> labs = new ArrayList<>();
    private final Map<String, Path> labFiles = new HashMap<>();
    private final List<Problem> examNotes = new ArrayList<>();
    private final Set<Path> drafts = new HashSet<>();

    /// Takes a file's problems, ids and mentions into account.
    void heed(Parsed<?> parsed) {
        references.add(parsed);
    }

    /// The course of these files; absent if `course.md` could not be understood.
    Optional<Course> course(
            Parsed<Course> parsed,
            HandbookParts handbook,
            List<UnitParts> unitParts,
            List<Parsed<ExamReader.Plan>> plans) {
        var units = new ArrayList<Unit>();
        for (var parts : unitParts) {
            references.add(parts.unit());
            var lessons = parts.lessons().stream().flatMap(it -> lesson(it).stream()).toList();
            parts.unit()
                    .value()
                    .map(it ->
                            new Unit(it.id(), it.title(), it.summary(), it.introduction(), lessons))
                    .ifPresent(units::add);
        }
        plans.forEach(references::add);
        handbook.all().forEach(references::add);
        return parsed.value()
                .map(it -> {
                    references.addObjectives(it);
                    if (it.draft()) {
                        drafts.add(parsed.file().resolveSibling(""));
                    }
                    var exams = new ExamPools(it, units).exams(plans);
                    examNotes.addAll(exams.problems());
                    return new Course(
                            it.id(),
                            it.title(),
                            it.draft(),
                            it.blueprint(),
                            it.introduction(),
                            units,
                            exams.exams(),
                            handbook.handbook());
                });
    }

    private Optional<Lesson> lesson(LessonParts parts) {
        references.add(parts.lesson());
        parts.cards().ifPresent(references::add);
        parts.questions().ifPresent(references::add);
        return parts.lesson()
                .value()
                .map(lesson -> {
                    var objective = lesson.objectives().stream().findFirst();
                    var cards =
                            parts.cards().flatMap(Parsed::value).orElse(List.of()).stream()
                                    .map(card -> card.orObjective(objective))
                                    .toList();
                    return lesson.with(
                            cards, parts.questions().flatMap(Parsed::value).orElse(List.of()));
                });
    }

    void add(Course course) {
        courses.add(course);
    }

    void add(Parsed<Lab> lab) {
        lab.value()
                .ifPresent(it -> {
                    labs.add(it);
                    labFiles.put(it.id(), lab.file());
                });
    }

    /// Everything that is wrong or worth knowing.
    List<Problem> problems() {
        var all = new ArrayList<>(references.problems());
        all.addAll(examNotes);
        labs.stream()
                .filter(this::leadsBack)
                .map(lab ->
                        new Problem(
                                labFiles.getOrDefault(lab.id(), Path.of("")),
                                1,
                                Problem.Severity.PROBLEM,
                                "the labs that this one continues lead back to it"))
                .forEach(all::add);
        return all;
    }

    private boolean leadsBack(Lab lab) {
        var ids = new HashSet<String>();
        var at = Optional.of(lab);
        while (at.isPresent()) {
            if (!ids.add(at.get().id())) {
                return true;
            }
            var earlier = at.get().continues().orElse("");
            at = labs.stream().filter(it -> it.id().equals(earlier)).findFirst();
        }
        return false;
    }

    /// The catalogue, if no problem refuses it.
    Catalogue catalogue(Map<String, Path> images) {
        return new Catalogue(courses, labs, images, references.origins(this::isDraft));
    }

    /// A catalogue of nothing, which knows what was read.
    Catalogue originsOnly() {
        return new Catalogue(List.of(), List.of(), Map.of(), references.origins(this::isDraft));
    }

    private boolean isDraft(Path file) {
        return drafts.stream().anyMatch(file::startsWith);
    }
}
