package groundschool.lesson;

import groundschool.content.Blueprint;
import groundschool.content.Catalogue;
import groundschool.content.Course;
import groundschool.content.Lab;
import groundschool.content.Lesson;
import groundschool.db.Database;
import groundschool.web.Page;
import groundschool.web.Views;
import groundschool.web.Visitors;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The courses, and what is in each: units and lessons with what is done of them, labs, exams.
public final class CoursePage implements Page {

    private final Views views;
    private final Visitors visitors;
    private final Database database;
    private final Supplier<Catalogue> catalogue;

    /// A lesson as a line of its course.
    ///
    /// @param objectives the titles of its skills, in one sentence
    record Line(Lesson lesson, String objectives, boolean done, boolean begun) {

        public long minutes() {
            return lesson.time().toMinutes();
        }
    }

    /// A unit with the lines of its lessons.
    record Group(String id, String title, String summary, List<Line> lines) {}

    public CoursePage(
            Views views, Visitors visitors, Database database, Supplier<Catalogue> catalogue) {
        this.views = views;
        this.visitors = visitors;
        this.database = database;
        this.catalogue = catalogue;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/courses", this::list);
        routes.get("/courses/{course}", this::show);
    }

    /// Where *Lessons* in the bar leads: to the course if there is only one.
    public static String url(Catalogue catalogue) {
        return catalogue.courses().size() == 1
                ? "/courses/" + catalogue.courses().getFirst().id()
                : "/courses";
    }

    private void list(Context context) {
        views.show(context, "lesson/courses", Map.of("courses", catalogue.get().courses()));
    }

    private void show(Context context) {
        var current = catalogue.get();
        var course =
                current.course(context.pathParam("course"))
                        .orElseThrow(
                                () -> new NotFoundResponse("There is no course with this name."));
        var learnerId = visitors.learner(context).id();
        var readings = database.read(db -> new Readings(db).all(learnerId));
        var groups = groups(course, readings);
        var lines = groups.stream().flatMap(group -> group.lines().stream()).toList();
        var next = lines.stream().filter(line -> !line.done()).findFirst();
        views.show(
                context,
                "lesson/course",
                Map.of(
                        "course", course,
                        "groups", groups,
                        "lessons", lines.size(),
                        "done", lines.stream().filter(Line::done).count(),
                        "minutes", lines.stream().mapToLong(Line::minutes).sum(),
                        "next", next,
                        "labs", labs(current, course)));
    }

    private static List<Group> groups(Course course, Map<String, Reading> readings) {
        return course.units().stream()
                .map(unit ->
                        new Group(
                                unit.id(),
                                unit.title(),
                                unit.summary(),
                                unit.lessons().stream()
                                        .map(lesson -> line(lesson, course, readings))
                                        .toList()))
                .toList();
    }

    private static Line line(Lesson lesson, Course course, Map<String, Reading> readings) {
        var objectives =
                lesson.objectives().stream()
                        .flatMap(id ->
                                course
                                        .blueprint()
                                        .flatMap(blueprint -> blueprint.skill(id))
                                        .stream())
                        .map(Blueprint.Skill::title)
                        .collect(Collectors.joining(" · "));
        var reading = Optional.ofNullable(readings.get(lesson.id()));
        return new Line(
                lesson,
                objectives,
                reading.filter(Reading::isDone).isPresent(),
                reading.filter(Reading::isBegun).isPresent());
    }

    /// The labs that serve an objective of the course; all of them if there is only one course.
    private static List<Lab> labs(Catalogue catalogue, Course course) {
        if (catalogue.courses().size() == 1) {
            return catalogue.labs();
        }
        return catalogue.labs().stream()
                .filter(lab ->
                        course.blueprint().stream()
                                .anyMatch(blueprint ->
                                        lab.objectives().stream()
                                                .anyMatch(id -> blueprint.skill(id).isPresent())))
                .toList();
    }
}
