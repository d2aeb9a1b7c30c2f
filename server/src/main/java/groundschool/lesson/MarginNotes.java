package groundschool.lesson;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Moves the footnotes of a lesson to where they are referred to. The style sheet then shows them
/// in the margin of a wide page, and below their line on a narrow one.
final class MarginNotes {

    private static final Pattern LIST =
            Pattern.compile("<section class=\"footnotes\".*?</section>\\s*", Pattern.DOTALL);
    private static final Pattern NOTE =
            Pattern.compile(
                    "<li id=\"footnote-(?<number>\\d+)\">(?<html>.*?)<a href=\"#footnote-reference-\\d+\"[^>]*>[^<]*</a></li>",
                    Pattern.DOTALL);
    private static final Pattern REFERENCE =
            Pattern.compile("<sup id=\"footnote-reference-(?<number>\\d+)\">.*?</sup>");
    private static final Pattern PARAGRAPH = Pattern.compile("</?p>");

    private MarginNotes() {}

    /// @param html of a lesson's body, as the reader of content writes it
    static String in(String html) {
        var list = LIST.matcher(html);
        if (!list.find()) {
            return html;
        }
        var notes = notes(list.group());
        return REFERENCE
                .matcher(list.replaceAll(""))
                .replaceAll(reference ->
                        Matcher.quoteReplacement(
                                reference.group()
                                        + notes.getOrDefault(reference.group("number"), "")));
    }

    private static Map<String, String> notes(String list) {
        var notes = new HashMap<String, String>();
        var note = NOTE.matcher(list);
        while (note.find()) {
            var number = note.group("number");
            var text = PARAGRAPH.matcher(note.group("html")).replaceAll("").strip();
            notes.put(
                    number,
                    "<span class=\"margin-note\" id=\"footnote-%s\" role=\"note\"><span class=\"margin-number\">%s</span> %s</span>"
                            .formatted(number, number, text));
        }
        return notes;
    }
}
