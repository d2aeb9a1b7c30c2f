package groundschool.content;

import java.util.regex.Pattern;

/// The form of the ids that authors give.
public final class Ids {

    /// The rule in words, for messages.
    public static final String RULE = "lower-case letters, digits and single hyphens, at most 80";

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Ids() {}

    /// Whether it can be an id.
    public static boolean isId(String text) {
        return text.length() <= 80 && FORM.matcher(text).matches();
    }
}
