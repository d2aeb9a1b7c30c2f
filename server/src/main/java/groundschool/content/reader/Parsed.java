package groundschool.content.reader;

import groundschool.content.Problem;
import groundschool.content.Report;
import groundschool.content.markdown.Page;
import groundschool.content.markdown.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What one file says, by itself, and what is to be checked against other files.
///
/// @param value absent if the file could not be understood
/// @param problems of the file by itself
/// @param named what has an id in it
/// @param mentions what it says about other files' ids
/// @param links to the author's other pages
/// @param anchors of its headings
record Parsed<T>(
        Path file,
        Optional<T> value,
        List<Problem> problems,
        List<Named> named,
        List<Mention> mentions,
        List<Surroundings.Link> links,
        Set<String> anchors) {

    /// Something with an id.
    ///
    /// @param kind in words, such as `card`
    record Named(String kind, String id, int line) {}

    /// An id that must exist elsewhere.
    ///
    /// @param kind in words, such as `card`; `objective` for a skill
    record Mention(String kind, String id, int line) {}

    /// The result of reading a page.
    static <T> Parsed<T> of(
            Page page, Optional<T> value, List<Named> named, List<Mention> mentions) {
        page.finish();
        return new Parsed<>(
                page.report().file(),
                value,
                page.report().problems(),
                List.copyOf(named),
                List.copyOf(mentions),
                page.links(),
                page.headings().stream().map(it -> it.anchor()).collect(Collectors.toSet()));
    }

    /// The result of a file that could not be read at all.
    static <T> Parsed<T> nothing(Report report) {
        return new Parsed<>(
                report.file(),
                Optional.empty(),
                report.problems(),
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    /// The same with these anchors too.
    Parsed<T> withAnchors(Set<String> more) {
        var all = new HashSet<>(anchors);
        all.addAll(more);
        return new Parsed<>(file, value, problems, named, mentions, links, Set.copyOf(all));
    }

    /// The same with these problems too.
    Parsed<T> and(List<Problem> more) {
        var all = new ArrayList<>(problems);
        all.addAll(more);
        return new Parsed<>(file, value, List.copyOf(all), named, mentions, links, anchors);
    }
}
