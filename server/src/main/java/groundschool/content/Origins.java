package groundschool.content;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the authors wrote what a catalogue holds, so that a rule about the whole can name a file
/// and a line.
///
/// @param places by id; a skill of a course has [#skill] for one
/// @param texts the files that were read, in the order of reading
public record Origins(Map<String, Place> places, List<Text> texts) {

    /// Of what no author wrote.
    public static final Origins NONE = new Origins(Map.of(), List.of());

    /// Where something is written.
    ///
    /// @param line from 1
    public record Place(Path file, int line, boolean draft) {

        /// Something that is wrong there; in a draft it is only worth knowing.
        public Problem problem(String message) {
            var severity = draft ? Problem.Severity.NOTE : Problem.Severity.PROBLEM;
            return new Problem(file, line, severity, message);
        }

        /// Something that is wrong there once the course is finished, and worth knowing before.
        public Problem problemIfFinished(Course course, String message) {
            return new Place(file, line, draft || course.isUnfinished()).problem(message);
        }
    }

    /// A file of an author's.
    ///
    /// @param draft whether it belongs to a course that is a draft
    public record Text(Path file, boolean draft) {

        /// A line of it.
        public Place at(int line) {
            return new Place(file, line, draft);
        }
    }

    public Origins {
        places = Map.copyOf(new LinkedHashMap<>(places));
        texts = List.copyOf(texts);
    }

    /// The place of what has this id.
    public Optional<Place> of(String id) {
        return Optional.ofNullable(places.get(id));
    }

    /// The id of a skill, which courses may call alike.
    public static String skill(String courseId, String skillId) {
        return courseId + ":" + skillId;
    }
}
