package groundschool.content.markdown;

/// Makes text safe inside HTML.
public final class Escape {

    private Escape() {}

    /// Safe between tags and inside quoted attributes.
    public static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
