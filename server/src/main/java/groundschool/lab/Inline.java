package groundschool.lab;

import java.util.regex.Pattern;

/// A sentence of an author in which `backticks` mark code.
final class Inline {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Inline() {}

    /// The same as HTML, with nothing in it but text and code.
    static String html(String text) {
        var escaped =
                text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
        return CODE.matcher(escaped).replaceAll("<code>$1</code>");
    }
}
