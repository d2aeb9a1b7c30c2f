package groundschool.content.markdown;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The attributes at the ends of lines, and the text without them. They are replaced by spaces, so
/// that each character stays where it was; code blocks are left alone.
///
/// @param attributes by line, from 1
record AttributeLines(String text, Map<Integer, Attributes> attributes) {

    private static final Pattern FENCE =
            Pattern.compile("[\\s>]*(?:[-*+]\\s+|\\d+[.)]\\s+)?(`{3,}|~{3,})([^`]*)");
    private static final Pattern ENDING = Pattern.compile("(?<!\\\\)\\{([^{}]*)}\\s*$");

    static AttributeLines in(String text) {
        var attributes = new HashMap<Integer, Attributes>();
        var blanked = new StringBuilder(text.length());
        var fence = "";
        var number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var opening = FENCE.matcher(line);
            if (!fence.isEmpty()) {
                fence = closes(line, fence) ? "" : fence;
            } else if (opening.lookingAt()) {
                fence = opening.group(1);
            } else {
                line = blank(line, number, attributes);
            }
            blanked.append(line).append('\n');
        }
        blanked.setLength(blanked.length() - 1);
        return new AttributeLines(blanked.toString(), Map.copyOf(attributes));
    }

    private static boolean closes(String line, String fence) {
        var bare = line.replaceFirst("^[\\s>]*", "").stripTrailing();
        return bare.length() >= fence.length()
                && bare.chars().allMatch(it -> it == fence.charAt(0));
    }

    private static String blank(String line, int number, Map<Integer, Attributes> attributes) {
        if (!line.contains("{")) {
            return line;
        }
        var ending = ENDING.matcher(line);
        if (!ending.find()) {
            return line;
        }
        var found = Attributes.in(ending.group(1));
        if (found.isEmpty()) {
            return line;
        }
        attributes.put(number, found.get());
        return line.substring(0, ending.start()) + " ".repeat(line.length() - ending.start());
    }
}
