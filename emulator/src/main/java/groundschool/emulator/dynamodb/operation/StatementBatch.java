package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.CapacityUnits;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.operation.BatchExecuteStatement.StatementResponse;
import groundschool.emulator.dynamodb.partiql.Columns;
import groundschool.emulator.dynamodb.partiql.Plan;
import groundschool.emulator.dynamodb.partiql.Prepared;
import groundschool.emulator.dynamodb.partiql.Statement;
import groundschool.emulator.dynamodb.partiql.StatementErrors;
import groundschool.emulator.dynamodb.partiql.WriteKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The statements of a batch under way. A refusal is an answer here, and the next statement goes
/// on.
final class StatementBatch {

    private final Tables tables;
    private final Call call;
    private final Map<Table, Consumption> consumption = new LinkedHashMap<>();

    StatementBatch(Tables tables, Call call) {
        this.tables = tables;
        this.call = call;
    }

    StatementResponse perform(Prepared prepared, boolean consistent) {
        try {
            var table = tables.active(prepared.tableName(), call);
            if (prepared.statement() instanceof Statement.Select select) {
                return read(prepared, select, table, consistent);
            }
            var statementWrite = new StatementWrite(prepared, Optional.empty());
            return write(statementWrite, statementWrite.alone(table), table);
        } catch (AwsException refusal) {
            return StatementResponse.refused(refusal, Optional.empty());
        }
    }

    private StatementResponse write(StatementWrite statementWrite, ItemWrite write, Table table) {
        try {
            var written = write.perform(table, call, 1, taken -> reserve(taken.get(), table));
            note(table, written.consumption(), Consumption.Unit.WRITE);
            return done(table, statementWrite.returned(written).stream().findFirst());
        } catch (AwsException refusal) {
            return StatementResponse.refused(refusal, Optional.of(table.name()));
        }
    }

    private ItemWrite.Written written(ItemWrite write, Table table) {
        var written = write.perform(table, call, 1);
        written.consumption().take(table, call);
        return written;
    }

    private StatementResponse read(
            Prepared prepared, Statement.Select select, Table table, boolean consistent) {
        var key = requireExact(prepared, select, table, "BatchExecuteStatement");
        table.checkKey(key);
        var at = table.at(key);
        var found = tables.seen(table, consistent, call).get(at);
        table.touch(key, call);
        var units = new Consumption(Consumption.Unit.READ);
        units.ofTable(CapacityUnits.read(found.map(Item::sizeBytes).orElse(0), consistent), at);
        reserve(units, table);
        note(table, units, Consumption.Unit.READ);
        return done(table, found.map(new Columns(select.columns())::of));
    }

    /// The key of the one item that a SELECT among others may read.
    ///
    /// @param operation the batch's or the transaction's
    /// @throws AwsException if it reads by anything else
    static Item requireExact(
            Prepared prepared, Statement.Select select, Table table, String operation) {
        var index = select.target().index();
        if (index.isPresent() && table.keyOf(index).isEmpty()) {
            throw StatementErrors.noSuchIndex();
        }
        var key = WriteKey.of(prepared.where(), table.key(), true);
        if (index.isPresent() || !key.isExact() || !select.orderBy().isEmpty()) {
            // What could not be read alone is told as such.
            Plan.of(select, prepared.where(), table.keyOf(index).orElseThrow());
            throw StatementErrors.notByKey(operation);
        }
        Conditions.requireScalarKeys(select.columns(), table);
        return key.key();
    }

    private static StatementResponse done(Table table, Optional<Item> item) {
        return new StatementResponse(Optional.empty(), Optional.of(table.name()), item);
    }

    private void note(Table table, Consumption units, Consumption.Unit unit) {
        consumption.computeIfAbsent(table, _ -> new Consumption(unit)).add(units);
    }

    /// @throws AwsException if there is no more; the next statement may still find some
    private void reserve(Consumption units, Table table) {
        units.throttled(table, call)
                .ifPresent(throttle -> {
                    throw throttle.error();
                });
        units.reserve(table, call);
    }

    /// Notes the capacity that all statements took together.
    ///
    /// @return by table, if the request asks for it
    Optional<List<ConsumedCapacity>> take(Optional<ReturnConsumedCapacity> wanted) {
        var shown = new ArrayList<ConsumedCapacity>();
        consumption.forEach((table, units) -> {
            units.noteIn(call, table);
            units.shown(wanted, table.name()).ifPresent(shown::add);
        });
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }
}
