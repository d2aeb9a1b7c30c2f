package groundschool.emulator.logs.insights;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// A query of Logs Insights.
public final class InsightsQuery {

    private static final int MOST_RECORDS = 10_000;

    private final List<Command> commands;

    private InsightsQuery(List<Command> commands) {
        this.commands = List.copyOf(commands);
    }

    /// @throws QueryException if the text is no query
    public static InsightsQuery of(String text) {
        return new InsightsQuery(QueryParser.parse(text));
    }

    /// What a query gives.
    ///
    /// @param matched how many records were left by the filters
    /// @param records each the fields that are shown, in order, with their values
    public record Results(long matched, List<List<Cell>> records) {}

    /// A field that is shown.
    public record Cell(String field, String value) {}

    /// @param rows the latest first, as records come that nobody sorts
    /// @param most how many records are wanted
    public Results run(List<Row> rows, int most) {
        var left = rows;
        long matched = rows.size();
        boolean isCounted = false;
        for (var command : commands) {
            left = command.run(left);
            isCounted |= command instanceof Command.Stats;
            if (command instanceof Command.Filter && !isCounted) {
                matched = left.size();
            }
        }
        var shown = shown();
        return new Results(
                matched,
                left.stream()
                        .limit(Math.min(most, MOST_RECORDS))
                        .map(row -> record(row, shown))
                        .toList());
    }

    /// The names of what is shown: what `display` says, or what was asked for, or the message.
    private List<String> shown() {
        var names = new LinkedHashSet<String>();
        boolean isCounted = false;
        for (var command : commands) {
            switch (command) {
                case Command.Fields(var all) -> all.forEach(each -> names.add(each.name()));
                case Command.Display(var all) -> {
                    names.clear();
                    all.forEach(each -> names.add(each.name()));
                }
                case Command.Stats(var all, var by) -> {
                    names.clear();
                    by.forEach(each -> names.add(each.name()));
                    all.forEach(each -> names.add(each.name()));
                    isCounted = true;
                }
                case Command.Parse(_, _, var all) -> names.addAll(all);
                case Command.Filter _, Command.Sort _, Command.Limit _, Command.Dedup _ -> {}
            }
        }
        if (names.isEmpty()) {
            names.add("@timestamp");
            names.add("@message");
        }
        if (!isCounted) {
            names.add("@ptr");
        }
        return List.copyOf(names);
    }

    private static List<Cell> record(Row row, List<String> shown) {
        var cells = new ArrayList<Cell>();
        for (var name : shown) {
            var value = row.get(name);
            if (value.isPresent()) {
                cells.add(new Cell(name, value.text()));
            }
        }
        return cells;
    }
}
