package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import java.util.LinkedHashMap;
import java.util.List;

/// What a SELECT answers of an item: unlike a projection expression, each path under the name of
/// its last part.
///
/// @param paths no two of which have one name; empty for the whole item
public record Columns(List<DocumentPath> paths) {

    public Columns {
        paths = List.copyOf(paths);
    }

    /// The last attribute of a path, with the indexes behind it: `k[0]` for `m.k[0]`.
    static String name(DocumentPath path) {
        var name = new StringBuilder();
        for (var step : path.steps()) {
            if (step instanceof DocumentPath.Attribute) {
                name.setLength(0);
            }
            name.append(step);
        }
        return name.toString();
    }

    public Item of(Item item) {
        if (paths.isEmpty()) {
            return item;
        }
        var columns = new LinkedHashMap<String, AttributeValue>();
        for (var path : paths) {
            path.in(item).ifPresent(value -> columns.put(name(path), value));
        }
        return Item.of(columns);
    }
}
