package groundschool.bench.measurement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A course of 500 lessons with a card and two questions each, as large as ours may become.
final class GeneratedCourse {

    static final int LESSONS = 500;

    private static final int LESSONS_IN_A_UNIT = 10;
    private static final int SECTIONS = 10;

    private static final String COURSE =
            """
            ---
            id: airfields
            title: Airfields
            exam: {code: AIR-1, questions: 2, scored: 2, minutes: 10, pass: 700, scale: {from: 100, to: 1000}}
            domains:
              - id: "1"
                title: On the ground
                weight: 100
                scored: 2
                unscored: 0
                tasks:
                  - id: "1.1"
                    title: Read an airfield
                    skills:
                      - {id: "1.1.1", title: Read the signs}
            ---

            All about airfields.
            """;

    private GeneratedCourse() {}

    /// Writes it below a folder of courses.
    static void write(Path content) throws IOException {
        var course = Files.createDirectories(content.resolve("airfields"));
        Files.writeString(course.resolve("course.md"), COURSE);
        for (int number = 0; number < LESSONS; number++) {
            int unit = number / LESSONS_IN_A_UNIT;
            var folder = Files.createDirectories(course.resolve("%02d-unit".formatted(unit)));
            Files.writeString(
                    folder.resolve("unit.md"),
                    "---\nid: unit-%d\ntitle: Unit %d\n---\n".formatted(unit, unit));
            var file = "%02d-lesson".formatted(number % LESSONS_IN_A_UNIT);
            Files.writeString(folder.resolve(file + ".md"), lesson(number));
            Files.writeString(folder.resolve(file + ".cards.md"), card(number));
            Files.writeString(
                    folder.resolve(file + ".questions.md"),
                    question(2 * number) + "\n" + question(2 * number + 1));
        }
    }

    private static String lesson(int number) {
        var text = new StringBuilder();
        text.append("---\nid: lesson-%d\ntitle: Airfield %d\n".formatted(number, number));
        text.append("minutes: 5\nobjectives: [\"1.1.1\"]\n---\n\nAn airfield and its signs.\n\n");
        for (int section = 0; section < SECTIONS; section++) {
            text.append("## Runway %d of %d\n\n".formatted(section, number));
            text.append(
                    "A pilot reads the **number** of a runway, which is its `heading` in tens. "
                            .repeat(10));
            text.append(
                    "\n\n- paint\n- lights\n\n| sign | meaning |\n|---|---|\n| red | stop |\n\n");
            text.append("```js\nconst heading = 10 * number; // degrees\n```\n\n");
        }
        return text.append("## Sources\n\n- [Signs](https://example.com/signs)\n").toString();
    }

    private static String card(int number) {
        return """
        ## What does the number of runway %1$d stand for? {#card-%1$d}

        Its heading, in tens.

        Source: [Signs](https://example.com/signs)
        """
                .formatted(number);
    }

    private static String question(int number) {
        return """
        ## Runway question %1$d {#question-%1$d objective=1.1.1 difficulty=1}

        Which heading does runway %1$d have, as far as its number tells?

        - [ ] Just the number itself.

          That would be almost north each time.

        - [x] Ten times the number.

          The last digit is left out.

        Source: [Signs](https://example.com/signs)
        """
                .formatted(number);
    }
}
