package groundschool.importing;

import groundschool.content.markdown.Slug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes what was imported as a draft of a course.
final class CourseWriter {

    private static final int WORDS_PER_MINUTE = 200;
    private static final int LONGEST_PREFIX = 24;
    private static final int LONGEST_SLUG = 48;

    private final Path folder;
    private final String prefix;
    private final Set<String> ids = new HashSet<>();

    /// @param folder to be made
    /// @param name of the imported file, which all ids begin with
    CourseWriter(Path folder, String name) {
        this.folder = folder;
        this.prefix = slug(name);
    }

    /// The name of the course's folder, and its id.
    static String slug(String fileName) {
        var slug = cut(Slug.of(fileName.replaceFirst("\\.[^.]+$", "")), LONGEST_PREFIX);
        return slug.isEmpty() ? "imported" : slug;
    }

    void write(Import imported, String title) throws IOException {
        Files.createDirectories(folder);
        ids.add(prefix);
        write(
                "course.md",
                "---\nid: %s\ntitle: %s\ndraft: true\n---\n"
                        .formatted(prefix, MarkdownWriter.quoted(title)));
        switch (imported) {
            case Import.Deck(var cards) -> deck(cards);
            case Import.Notes(var sections) -> notes(sections);
        }
    }

    private void deck(List<Import.Deck.Card> cards) throws IOException {
        unit("01-cards", "Cards");
        write("01-cards/01-cards.md", lesson(id("deck"), "Cards", 1) + "The cards of this deck.\n");
        var deck =
                cards.stream()
                        .map(card ->
                                "## %s {#%s}\n\n%s"
                                        .formatted(
                                                MarkdownWriter.inline(card.question()),
                                                id(card.question()),
                                                MarkdownWriter.lines(card.answer())))
                        .collect(Collectors.joining("\n"));
        write("01-cards/01-cards.cards.md", deck);
    }

    private void notes(List<Import.Notes.Section> sections) throws IOException {
        unit("01-notes", "Notes");
        var number = 0;
        for (var section : sections) {
            number++;
            var name = cut(Slug.of(section.heading()), LONGEST_SLUG);
            var file = "01-notes/%03d%s.md".formatted(number, name.isEmpty() ? "" : "-" + name);
            var body = MarkdownWriter.lines(section.lines());
            var minutes = Math.max(1, body.split("\\s+").length / WORDS_PER_MINUTE);
            write(file, lesson(id(section.heading()), section.heading(), minutes) + body);
        }
    }

    private void unit(String unitFolder, String title) throws IOException {
        Files.createDirectories(folder.resolve(unitFolder));
        write(
                unitFolder + "/unit.md",
                "---\nid: %s\ntitle: %s\n---\n".formatted(id("unit"), title));
    }

    private static String lesson(String id, String title, int minutes) {
        return "---\nid: %s\ntitle: %s\nminutes: %d\n---\n\n"
                .formatted(id, MarkdownWriter.quoted(title), minutes);
    }

    /// An id that says what it is for, unlike all before it.
    private String id(String text) {
        var slug = Slug.of(text);
        var wanted = prefix + "-" + (slug.isEmpty() ? "untitled" : cut(slug, LONGEST_SLUG));
        var id = wanted;
        for (var number = 2; !ids.add(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }

    /// At most so many characters, whole words if there is one that fits.
    private static String cut(String slug, int longest) {
        if (slug.length() <= longest) {
            return slug;
        }
        var end = slug.lastIndexOf('-', longest);
        return slug.substring(0, end > 0 ? end : longest);
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }
}
