package groundschool.content;

import java.util.List;

/// A few lessons that belong together.
///
/// @param summary one sentence, plain text
public record Unit(
        String id, String title, String summary, Prose introduction, List<Lesson> lessons) {

    public Unit {
        lessons = List.copyOf(lessons);
    }
}
