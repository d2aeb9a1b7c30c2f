package groundschool.content.markdown;

import java.text.Normalizer;
import java.util.Locale;

/// Words as a part of an address: `Create the table` becomes `create-the-table`.
public final class Slug {

    private Slug() {}

    /// Lower-case letters, digits and hyphens only; empty if the text has no letter and no digit.
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’`]", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
