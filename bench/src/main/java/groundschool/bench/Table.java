package groundschool.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The figures side by side with what they are held against.
final class Table {

    private static final List<String> HEADS =
            List.of("figure", "value", "reference", "ratio", "against", "bar");

    private Table() {}

    static void print(List<Figure> figures, PrintStream out) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADS);
        figures.forEach(figure -> rows.add(row(figure)));
        var widths =
                IntStream.range(0, HEADS.size())
                        .map(i ->
                                rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
                        .toArray();
        for (var row : rows) {
            out.println(
                    IntStream.range(0, row.size())
                            .mapToObj(i -> padded(row.get(i), widths[i], i >= 1 && i <= 3))
                            .collect(Collectors.joining("  "))
                            .stripTrailing());
        }
    }

    private static List<String> row(Figure figure) {
        var quantity = figure.quantity();
        return List.of(
                quantity.name(),
                quantity.unit().text(figure.value()),
                quantity.unit().text(figure.reference()),
                String.format(Locale.ROOT, "%.2f", figure.value() / figure.reference()),
                figure.against(),
                quantity.bar().text(figure.value(), figure.reference()));
    }

    private static String padded(String text, int width, boolean toTheRight) {
        var blanks = " ".repeat(width - text.length());
        return toTheRight ? blanks + text : text + blanks;
    }
}
