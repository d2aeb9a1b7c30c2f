package groundschool.content.markdown;

import java.util.Optional;

/// A file's front matter, which stands between two lines of dashes at its beginning, and its body.
///
/// @param yaml absent if the file has no front matter; it begins in line 2
/// @param body with an empty line for each line of the front matter, so that lines keep their
///   numbers
public record Head(Optional<String> yaml, String body) {

    /// Cuts a file in two.
    public static Head of(String text) {
        var first = lineEnd(text, 0);
        if (!text.substring(0, first).stripTrailing().equals("---")) {
            return new Head(Optional.empty(), text);
        }
        for (var start = first + 1; start < text.length(); start = lineEnd(text, start) + 1) {
            var end = lineEnd(text, start);
            if (text.substring(start, end).stripTrailing().equals("---")) {
                var yaml = text.substring(first + 1, start);
                var lines = 2 + (int) yaml.chars().filter(it -> it == '\n').count();
                var rest = text.substring(Math.min(text.length(), end + 1));
                return new Head(Optional.of(yaml), "\n".repeat(lines) + rest);
            }
        }
        return new Head(Optional.empty(), text);
    }

    private static int lineEnd(String text, int start) {
        var end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }
}
