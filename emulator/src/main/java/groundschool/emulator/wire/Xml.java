package groundschool.emulator.wire;

/// Puts XML together.
final class Xml {

    private final StringBuilder text = new StringBuilder(512);

    Xml open(String element) {
        text.append('<').append(element).append('>');
        return this;
    }

    /// @param namespace a URI
    Xml open(String element, String namespace) {
        text.append('<').append(element).append(" xmlns=\"").append(namespace).append("\">");
        return this;
    }

    /// @param attribute that names the namespace, such as `xmlns:xsi`
    /// @param more attributes, each after a blank, as they are to stand
    Xml open(String element, String attribute, String namespace, String more) {
        text.append('<').append(element).append(' ').append(attribute).append("=\"");
        text.append(namespace).append('"').append(more).append('>');
        return this;
    }

    Xml close(String element) {
        text.append("</").append(element).append('>');
        return this;
    }

    /// An element with text in it.
    Xml text(String element, String inside) {
        return open(element).characters(inside).close(element);
    }

    /// What XML cannot hold at all becomes a question mark.
    Xml characters(String inside) {
        for (var at = 0; at < inside.length(); at++) {
            var c = inside.charAt(at);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\r' -> text.append("&#13;");
                case '\t', '\n' -> text.append(c);
                default -> text.append(c < ' ' || c == 0xFFFE || c == 0xFFFF ? '?' : c);
            }
        }
        return this;
    }

    String text() {
        return text.toString();
    }
}
