package groundschool.lesson;

import groundschool.content.Course;
import groundschool.content.Lesson;
import groundschool.content.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// The glossary of a course, in the order of the alphabet.
record GlossaryView(List<Letter> letters, int terms) {

    /// The terms that begin with a letter, or with none.
    ///
    /// @param name the letter; `#` for terms that begin with none
    record Letter(String name, List<Entry> entries) {

        /// The fragment of its address.
        public String anchor() {
            return name.equals("#") ? "letter-other" : "letter-" + name.toLowerCase(Locale.ROOT);
        }
    }

    /// A term.
    ///
    /// @param also its aliases, but for those that only say that there are several
    /// @param first the first lesson that names it
    record Entry(Term term, List<String> also, Optional<Lesson> first) {}

    static GlossaryView of(Course course) {
        var letters = new TreeMap<String, List<Entry>>();
        course.handbook().glossary().stream()
                .sorted(Comparator.comparing(Term::name, String.CASE_INSENSITIVE_ORDER))
                .forEach(term ->
                        letters.computeIfAbsent(letter(term), _ -> new ArrayList<>())
                                .add(new Entry(term, also(term), first(term, course))));
        return new GlossaryView(
                letters.entrySet().stream()
                        .map(it -> new Letter(it.getKey(), List.copyOf(it.getValue())))
                        .toList(),
                course.handbook().glossary().size());
    }

    private static String letter(Term term) {
        var first = term.name().substring(0, 1).toUpperCase(Locale.ROOT);
        return Character.isLetter(first.charAt(0)) ? first : "#";
    }

    private static List<String> also(Term term) {
        return term.aliases().stream()
                .filter(alias -> term.names().noneMatch(name -> isPlural(alias, name)))
                .toList();
    }

    private static boolean isPlural(String alias, String name) {
        return alias.equals(name + "s")
                || alias.equals(name + "es")
                || (name.endsWith("y")
                        && alias.equals(name.substring(0, name.length() - 1) + "ies"));
    }

    private static Optional<Lesson> first(Term term, Course course) {
        return course.lessons().filter(it -> it.terms().contains(term.id())).findFirst();
    }
}
