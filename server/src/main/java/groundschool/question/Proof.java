package groundschool.question;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Calls that show the right answer right and each distractor wrong, as the author wrote them. They
/// run in a fresh sandbox in the build.
///
/// @param setup calls that come first
/// @param options by an option's id, its call and what that must give
/// @param line where the block begins in the file
public record Proof(List<Call> setup, SequencedMap<String, Call> options, Path file, int line) {

    public Proof {
        setup = List.copyOf(setup);
        options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
    }

    /// A call as the author wrote it: its fields are those of a check of a lab.
    ///
    /// @param line where it begins in the file
    public record Call(Map<String, Object> fields, int line) {

        public Call {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
