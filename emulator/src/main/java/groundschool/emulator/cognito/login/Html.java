package groundschool.emulator.cognito.login;

import java.util.Optional;

/// Writes HTML in which nothing that somebody typed means anything.
final class Html {

    /// The one script that there is.
    static final String SCRIPT = "<script src=\"/passkey.js\" defer></script>";

    private static final String PROVIDER = "<a class=\"provider idpButton-customizable\" ";

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// A field with its label.
    ///
    /// @param complete what browsers fill in, such as `username`
    static String field(String name, String label, String type, String complete, String value) {
        var keyboard = complete.equals("one-time-code") ? " inputmode=\"numeric\"" : "";
        return """
        <div class="field">
        <label class="label-customizable" for="%s">%s</label>
        <input class="inputField-customizable" id="%s" name="%s" type="%s" autocomplete="%s" value="%s" required%s>
        </div>
        """
                .formatted(
                        escape(name),
                        escape(label),
                        escape(name),
                        escape(name),
                        escape(type),
                        escape(complete),
                        escape(value),
                        keyboard);
    }

    static String logo(String address) {
        return "<img class=\"logo-customizable\" src=\"%s\" alt=\"\">".formatted(escape(address));
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n"
                .formatted(escape(name), escape(value));
    }

    static String paragraph(String text) {
        return "<p class=\"textDescription-customizable\">%s</p>\n".formatted(escape(text));
    }

    /// A link to an identity provider, which looks as what a form's button does.
    ///
    /// @param icon where its image is; absent if there is none
    static String button(String address, String text, Optional<String> icon) {
        return PROVIDER
                + "href=\"%s\">%s%s</a>"
                        .formatted(
                                escape(address),
                                icon.map(each ->
                                                "<img src=\"%s\" alt=\"\">".formatted(escape(each)))
                                        .orElse(""),
                                escape(text));
    }

    /// Whether a link is one of those.
    static boolean isProvider(String link) {
        return link.startsWith(PROVIDER);
    }

    static String link(String address, String text) {
        return "<a href=\"%s\">%s</a>".formatted(escape(address), escape(text));
    }
}
