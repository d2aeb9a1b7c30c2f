package groundschool.lesson;

import groundschool.content.Catalogue;
import groundschool.content.Lesson;
import groundschool.db.Database;
import groundschool.home.Today;
import groundschool.learner.Learner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The lesson to read next: the first of each course that is not done.
public final class NextLesson implements Today.Source {

    private final Supplier<Catalogue> catalogue;
    private final Database database;

    public NextLesson(Supplier<Catalogue> catalogue, Database database) {
        this.catalogue = catalogue;
        this.database = database;
    }

    @Override
    public List<Today> today(Learner learner, Instant now) {
        var readings = database.read(db -> new Readings(db).all(learner.id()));
        var current = catalogue.get();
        return current.courses().stream()
                .flatMap(course ->
                        course.lessons().filter(lesson -> !isDone(lesson, readings)).limit(1))
                .map(lesson -> line(lesson, current, readings))
                .toList();
    }

    private static boolean isDone(Lesson lesson, Map<String, Reading> readings) {
        return Optional.ofNullable(readings.get(lesson.id())).filter(Reading::isDone).isPresent();
    }

    private static Today line(Lesson lesson, Catalogue catalogue, Map<String, Reading> readings) {
        var begun = Optional.ofNullable(readings.get(lesson.id())).filter(Reading::isBegun);
        var unit = catalogue.unitOf(lesson.id()).map(it -> it.title() + " · ").orElse("");
        var unread = begun.map(reading -> 1 - reading.position()).orElse(1.0);
        var minutes = Math.max(1, Math.round(lesson.time().toMinutes() * unread));
        return new Today(
                "lessons",
                begun.isPresent() ? "Lesson under way" : "Next lesson",
                lesson.title(),
                unit
                        + minutes
                        + (minutes == 1 ? " minute" : " minutes")
                        + (begun.isPresent() ? " left" : ""),
                begun.isPresent() ? "Continue reading" : "Read the lesson",
                "/lessons/" + lesson.id());
    }
}
