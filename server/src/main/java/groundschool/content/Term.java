package groundschool.content;

import java.util.List;
import java.util.stream.Stream;

/// A term of a course's glossary.
///
/// @param name as it stands in the middle of a sentence
/// @param aliases what else it is called; not needed for a capital at the beginning
/// @param service whether it is a service, which the index of services lists
public record Term(
        String id,
        String name,
        List<String> aliases,
        boolean service,
        Prose definition,
        List<Source> sources) {

    public Term {
        aliases = List.copyOf(aliases);
        sources = List.copyOf(sources);
    }

    /// Its name and its aliases.
    public Stream<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream());
    }
}
