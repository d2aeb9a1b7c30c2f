package groundschool.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Understands the two forms that `import` takes.
///
/// A deck is questions, each followed by a line `A:`, the answer, and a line of dashes. Notes are
/// headings `== …` with bullets `*`, `**` and `*!` and lines that are links.
final class SeedReader {

    private static final Pattern HEADING = Pattern.compile("==\\s+(\\S.*)");
    private static final Pattern NOTE_BULLET = Pattern.compile("(\\*+)(!?)\\s+(\\S.*)");
    private static final Pattern DECK_BULLET = Pattern.compile("((?:-\\s+)+)(\\S.*)");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");
    private static final Pattern DASHES = Pattern.compile("-{5,}");

    private final List<String> lines;
    private int at;

    private SeedReader(String text) {
        lines = text.lines().map(String::strip).toList();
    }

    /// What the text says.
    static Import read(String text) throws NotUnderstoodException {
        var reader = new SeedReader(text);
        reader.skipBlank();
        if (reader.isAtEnd()) {
            throw new NotUnderstoodException(1, "the file is empty");
        }
        return HEADING.matcher(reader.line()).matches() ? reader.notes() : reader.deck();
    }

    private boolean isAtEnd() {
        return at >= lines.size();
    }

    private String line() {
        return lines.get(at);
    }

    private void skipBlank() {
        while (!isAtEnd() && line().isEmpty()) {
            at++;
        }
    }

    private Import.Notes notes() throws NotUnderstoodException {
        var sections = new ArrayList<Import.Notes.Section>();
        while (!isAtEnd()) {
            var heading = HEADING.matcher(line());
            if (!heading.matches()) {
                throw new NotUnderstoodException(at + 1, "expected a heading `== …`");
            }
            at++;
            sections.add(new Import.Notes.Section(heading.group(1), linesOfSection()));
        }
        return new Import.Notes(sections);
    }

    private List<Import.Line> linesOfSection() throws NotUnderstoodException {
        var found = new ArrayList<Import.Line>();
        for (; !isAtEnd() && !HEADING.matcher(line()).matches(); at++) {
            var bullet = NOTE_BULLET.matcher(line());
            if (bullet.matches()) {
                found.add(
                        new Import.Line(
                                bullet.group(1).length(),
                                !bullet.group(2).isEmpty(),
                                bullet.group(3)));
            } else if (LINK.matcher(line()).matches()) {
                found.add(new Import.Line(0, false, line()));
            } else if (!line().isEmpty()) {
                throw new NotUnderstoodException(
                        at + 1, "expected a heading `== …`, a bullet `* …` or a link");
            }
        }
        return found;
    }

    private Import.Deck deck() throws NotUnderstoodException {
        var cards = new ArrayList<Import.Deck.Card>();
        while (!isAtEnd()) {
            cards.add(card());
            skipBlank();
        }
        return new Import.Deck(cards);
    }

    private Import.Deck.Card card() throws NotUnderstoodException {
        var start = at + 1;
        var question = new ArrayList<String>();
        while (!isAtEnd() && !line().equals("A:")) {
            if (DASHES.matcher(line()).matches() || line().isEmpty()) {
                throw new NotUnderstoodException(
                        at + 1, "expected a line `A:` after the question in line " + start);
            }
            question.add(line());
            at++;
        }
        if (isAtEnd() || question.isEmpty()) {
            throw new NotUnderstoodException(
                    start, "neither a heading `== …` nor a question with a line `A:` below it");
        }
        at++;
        return new Import.Deck.Card(String.join(" ", question), answer());
    }

    private List<Import.Line> answer() throws NotUnderstoodException {
        var start = at;
        var found = new ArrayList<Import.Line>();
        for (; !isAtEnd() && !DASHES.matcher(line()).matches(); at++) {
            if (line().equals("A:")) {
                throw new NotUnderstoodException(
                        at + 1,
                        "a second `A:`; expected a line of dashes before the next question");
            }
            var bullet = DECK_BULLET.matcher(line());
            if (bullet.matches()) {
                var level = (int) bullet.group(1).chars().filter(it -> it == '-').count();
                found.add(new Import.Line(level, false, bullet.group(2)));
            } else if (!line().isEmpty()) {
                found.add(new Import.Line(0, false, line()));
            }
        }
        if (found.isEmpty()) {
            throw new NotUnderstoodException(start, "expected an answer below `A:`");
        }
        at++;
        return found;
    }
}
