package groundschool.emulator.dynamodb;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.schema.Describer;
import groundschool.emulator.dynamodb.schema.Describer.Count;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.sandbox.Storage;

/// One table: its definition, its items, its indexes.
public final class Table {

    private final TableDefinition definition;

    Table(TableDefinition definition, String region, Storage storage) {
        this.definition = definition;
    }

    static String itemsOf(String region, TableDefinition table) {
        return "dynamodb/" + region + "/table/" + table.name();
    }

    static String entriesOf(String region, TableDefinition table, String index) {
        return itemsOf(region, table) + "/index/" + index;
    }

    public TableDefinition definition() {
        return definition;
    }

    /// What answers show of this table.
    public Describer describer(Call call) {
        return new Describer(
                definition,
                call.arn("dynamodb", "table/" + definition.name()),
                Count.NONE,
                _ -> Count.NONE);
    }
}
