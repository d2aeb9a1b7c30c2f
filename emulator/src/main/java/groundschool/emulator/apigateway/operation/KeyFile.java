package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.GatewayErrors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A file of API keys: comma-separated values, whose first line names the columns.
///
/// Source: [API Gateway API key file
/// format](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-key-file-format.html)
final class KeyFile {

    /// @param plans the ids of the plans that are to count for it
    record Line(
            String name,
            String value,
            Optional<String> description,
            boolean enabled,
            List<String> plans) {}

    private KeyFile() {}

    /// @throws AwsException if a column is missing
    static List<Line> read(String text) {
        var rows = text.lines().filter(row -> !row.isBlank()).map(KeyFile::cells).toList();
        if (rows.isEmpty()) {
            throw GatewayErrors.badRequest("The file has no header.");
        }
        var names = rows.getFirst().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (!names.contains("name") || !names.contains("key")) {
            throw GatewayErrors.badRequest("The header must have the columns name and key.");
        }
        return rows.stream().skip(1).map(row -> line(named(names, row))).toList();
    }

    private static Map<String, String> named(List<String> names, List<String> row) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < Math.min(names.size(), row.size()); i++) {
            cells.put(names.get(i), row.get(i));
        }
        return cells;
    }

    private static Line line(Map<String, String> cells) {
        return new Line(
                cells.getOrDefault("name", ""),
                cells.getOrDefault("key", ""),
                Optional.ofNullable(cells.get("description")).filter(text -> !text.isEmpty()),
                cells.getOrDefault("enabled", "true").equalsIgnoreCase("true"),
                Arrays.stream(cells.getOrDefault("usageplanids", "").split(",", -1))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList());
    }

    /// The cells of a row; a comma within quotes divides nothing, and a quote there is doubled.
    private static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char each = row.charAt(i);
            if (each == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append(each);
                i++;
            } else if (each == '"') {
                quoted = !quoted;
            } else if (each == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(each);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
