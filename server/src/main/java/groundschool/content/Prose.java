package groundschool.content;

/// A piece of an author's Markdown, ready to show and ready to search.
///
/// @param html safe to put into a page as it is: raw HTML of the author's is escaped in it
/// @param text the same words without markup, for search, titles and speech
public record Prose(String html, String text) {

    /// Nothing at all.
    public static final Prose EMPTY = new Prose("", "");

    /// Whether there is nothing to show.
    public boolean isEmpty() {
        return html.isEmpty();
    }
}
