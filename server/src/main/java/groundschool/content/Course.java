package groundschool.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A course: its units in order, and the exams that practise for the real one.
///
/// @param draft whether it may still lack sources and objectives
/// @param blueprint absent for a course that leads to no exam
/// @param handbook what it can be looked up in
public record Course(
        String id,
        String title,
        boolean draft,
        Optional<Blueprint> blueprint,
        Prose introduction,
        List<Unit> units,
        List<Exam> exams,
        Handbook handbook) {

    public Course {
        units = List.copyOf(units);
        exams = List.copyOf(exams);
    }

    /// Whether more is to come: it is a draft, or has an exam that lacks questions.
    public boolean isUnfinished() {
        return draft || exams.stream().anyMatch(exam -> !exam.canBeStarted());
    }

    /// Its lessons in the order of reading.
    public Stream<Lesson> lessons() {
        return units.stream().flatMap(unit -> unit.lessons().stream());
    }
}
