package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.schema.TableDefinition;
import java.time.Instant;
import java.util.Optional;

/// Tables that are being filled, which nobody can use until they are full.
public final class UnfinishedTables {

    private final TableDefinitions definitions;
    private final OpenTables tables;

    UnfinishedTables(TableDefinitions definitions, OpenTables tables) {
        this.definitions = definitions;
        this.tables = tables;
    }

    /// What there is of a name in a Region at a time, finished or not.
    public Optional<TableDefinition> definition(String name, String region, Instant now) {
        return definitions.get(region, name).filter(definition -> !definition.isGone(now));
    }

    /// Puts up an empty table, in the place of what has its name.
    public Table raise(TableDefinition definition, String region) {
        definitions.get(region, definition.name()).ifPresent(gone -> tables.drop(gone, region));
        definitions.put(region, definition);
        return tables.open(definition, region);
    }

    /// Takes a table down whose filling has failed.
    public void raze(TableDefinition definition, String region) {
        tables.drop(definition, region);
    }

    /// Lets a table be used from now on.
    public void finish(TableDefinition definition, String region, Instant now) {
        definitions.put(region, definition.change().activeAt(now).done());
    }
}
