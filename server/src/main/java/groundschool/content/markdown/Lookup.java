package groundschool.content.markdown;

import groundschool.content.Price;
import java.util.Map;

/// What the pages of a course can refer to by its name alone.
///
/// @param glossary the address of the glossary
/// @param terms those of the glossary
/// @param prices by id
public record Lookup(String glossary, Terms terms, Map<String, Price> prices) {

    /// Nothing to refer to.
    public static final Lookup NONE = new Lookup("", Terms.NONE, Map.of());

    public Lookup {
        prices = Map.copyOf(prices);
    }
}
