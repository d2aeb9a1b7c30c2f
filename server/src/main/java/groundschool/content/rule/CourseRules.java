package groundschool.content.rule;

import groundschool.content.ContentReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a whole course must obey besides what can be read at all. `check` and the build ask for it;
/// the site does not, which shows what an author has saved so far.
public final class CourseRules {

    private CourseRules() {}

    /// All of them.
    ///
    /// @param content the folder of courses, or a single course
    /// @param seeds the folder of texts of which nothing may be repeated
    public static List<ContentReader.Rule> of(Path content, Optional<Path> seeds) {
        var rules = new ArrayList<ContentReader.Rule>();
        rules.add(new AnswerBalance());
        rules.add(new ObjectiveCoverage());
        rules.add(Spelling.in(content));
        seeds.map(Originality::new).ifPresent(rules::add);
        return List.copyOf(rules);
    }
}
