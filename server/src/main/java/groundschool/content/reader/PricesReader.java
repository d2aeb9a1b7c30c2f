package groundschool.content.reader;

import groundschool.content.Price;
import groundschool.content.Report;
import groundschool.content.Source;
import groundschool.content.yaml.Fields;
import groundschool.content.yaml.YamlReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the prices of a course: a list, with a day and a Region for all of them.
final class PricesReader {

    private final Report report;
    private final Set<String> ids = new HashSet<>();

    private PricesReader(Report report) {
        this.report = report;
    }

    static Parsed<List<Price>> read(String text, Report report) {
        var prices =
                YamlReader.mapping(text, 1, report)
                        .map(it -> new PricesReader(report).read(new Fields(it, report)));
        return new Parsed<>(
                report.file(),
                prices,
                report.problems(),
                List.of(),
                List.of(),
                List.of(),
                Set.of());
    }

    private List<Price> read(Fields file) {
        var asOf = day(file);
        var region = file.text("region");
        var prices = file.children("prices").stream().map(it -> price(it, region, asOf)).toList();
        file.finish();
        return prices;
    }

    private Price price(Fields fields, String region, String asOf) {
        var id = fields.id("id");
        if (!id.isEmpty() && !ids.add(id)) {
            report.problem(fields.line("id"), "two prices have the id `%s`".formatted(id));
        }
        var amount = fields.text("price");
        if (!amount.isEmpty() && !amount.matches("\\d{1,9}(\\.\\d{1,12})?")) {
            report.problem(
                    fields.line("price"), "`price:` is a number of US dollars, such as 0.20");
        }
        var source = fields.child("source");
        if (source.isEmpty()) {
            report.problem(
                    fields.line("source"),
                    "the price has no source: write `source: {title: …, url: https://…}`");
        }
        var price =
                new Price(
                        id,
                        fields.text("service"),
                        fields.text("what"),
                        fields.text("unit"),
                        amount,
                        fields.textIfAny("region").orElse(region),
                        fields.textIfAny("as-of").map(_ -> day(fields)).orElse(asOf),
                        source.map(this::source).orElse(new Source("", "https://")));
        fields.finish();
        return price;
    }

    private Source source(Fields fields) {
        var source = new Source(fields.text("title"), fields.text("url"));
        if (!source.url().startsWith("https://")) {
            report.problem(fields.line("url"), "`url:` begins with https://");
        }
        fields.finish();
        return source;
    }

    /// The day in a field, or the first of all where there is none that is one.
    private String day(Fields fields) {
        var text = fields.text("as-of");
        return Optional.of(text)
                .filter(PricesReader::isDay)
                .orElseGet(() -> {
                    if (!text.isEmpty()) {
                        report.problem(
                                fields.line("as-of"), "`as-of:` is a day, such as 2026-11-22");
                    }
                    return LocalDate.EPOCH.toString();
                });
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException _) {
            return false;
        }
    }
}
