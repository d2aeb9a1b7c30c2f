package groundschool.lesson;

import groundschool.content.Course;
import groundschool.content.Lesson;
import groundschool.content.Term;
import groundschool.content.Unit;
import java.util.Comparator;
import java.util.List;

/// A service, and the units whose lessons name it in their text.
record ServiceIndex(Term service, List<Row> units) {

    /// @param lessons those of the unit that name the service, in order
    record Row(Unit unit, List<Lesson> lessons) {}

    /// The services that a course names, by name.
    static List<ServiceIndex> of(Course course) {
        return course.handbook()
                .services()
                .sorted(Comparator.comparing(Term::name, String.CASE_INSENSITIVE_ORDER))
                .map(service -> new ServiceIndex(service, rows(service, course)))
                .filter(index -> !index.units().isEmpty())
                .toList();
    }

    private static List<Row> rows(Term service, Course course) {
        return course.units().stream()
                .map(unit ->
                        new Row(
                                unit,
                                unit.lessons().stream()
                                        .filter(it -> it.terms().contains(service.id()))
                                        .toList()))
                .filter(row -> !row.lessons().isEmpty())
                .toList();
    }
}
