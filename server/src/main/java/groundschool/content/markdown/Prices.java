package groundschool.content.markdown;

import groundschool.content.Price;
import groundschool.content.Report;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts prices in the place of their names, `{{price:lambda-request}}`, wherever these stand in a
/// file, so that everything that reads the file reads the price.
///
/// @param used the ids of the prices, each once
record Prices(String text, SequencedSet<String> used) {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\s*price:([^{}\\n]*)}}");

    static Prices in(String text, Map<String, Price> prices, Report report) {
        var used = new LinkedHashSet<String>();
        if (!text.contains("{{")) {
            return new Prices(text, used);
        }
        var lines = new Lines(text);
        var filled =
                NAME.matcher(text)
                        .replaceAll(found -> {
                            var id = found.group(1).strip();
                            var price = prices.get(id);
                            if (price == null) {
                                report.problem(
                                        lines.at(found.start()),
                                        "there is no price `%s` in prices.yaml".formatted(id));
                                return Matcher.quoteReplacement(found.group());
                            }
                            used.add(id);
                            return Matcher.quoteReplacement(price.words());
                        });
        return new Prices(filled, used);
    }
}
