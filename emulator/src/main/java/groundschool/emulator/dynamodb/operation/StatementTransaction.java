package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.TransactionErrors;
import groundschool.emulator.dynamodb.TransactionErrors.Reason;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.partiql.Columns;
import groundschool.emulator.dynamodb.partiql.Prepared;
import groundschool.emulator.dynamodb.partiql.Statement;
import groundschool.emulator.dynamodb.partiql.StatementErrors;
import groundschool.emulator.dynamodb.partiql.WriteKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The statements of a transaction. What is wrong with one of them by itself is told with its
/// place; what its table makes of it is a reason to cancel.
final class StatementTransaction {

    private final List<ParameterizedStatement> given;
    private final List<Prepared> statements;

    /// @throws AwsException if one is no statement
    StatementTransaction(List<ParameterizedStatement> given) {
        this.given = given;
        var prepared = new ArrayList<Prepared>();
        for (int i = 0; i < given.size(); i++) {
            prepared.add(at(i, given.get(i)::prepared));
        }
        this.statements = List.copyOf(prepared);
    }

    List<Prepared> statements() {
        return statements;
    }

    /// Whether they read.
    ///
    /// @throws AwsException if some read and some write
    boolean isRead() {
        long reads = statements.stream().filter(each -> each.statement().isRead()).count();
        if (reads > 0 && reads < statements.size()) {
            throw StatementErrors.readsAndWrites("ExecuteTransaction");
        }
        return reads > 0;
    }

    /// The reads, with nothing left that could be wrong with them.
    ///
    /// @throws AwsException if something is
    List<ReadTransaction.Action> reads(Tables tables, Call call) {
        var actions = new ArrayList<ReadTransaction.Action>();
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < statements.size(); i++) {
            var prepared = statements.get(i);
            var table = table(prepared, tables, call);
            if (table.isEmpty()) {
                reasons.add(Reason.of(TableErrors.notFound()));
                continue;
            }
            var key = at(i, () -> key(prepared, table.get()));
            actions.add(new ReadTransaction.Action(prepared.tableName(), key, Optional.empty()));
            reasons.add(reason(() -> table.get().checkKey(key)));
        }
        requireNone(reasons);
        return actions;
    }

    private static Item key(Prepared prepared, Table table) {
        if (!(prepared.statement() instanceof Statement.Select select)) {
            throw new IllegalStateException("is no read: " + prepared);
        }
        if (select.target().index().isPresent()) {
            throw StatementErrors.indexInTransaction();
        }
        return StatementBatch.requireExact(prepared, select, table, "ExecuteTransaction");
    }

    /// What the SELECTs show of the items.
    List<Optional<Item>> shown(List<Optional<Item>> items) {
        var shown = new ArrayList<Optional<Item>>();
        for (int i = 0; i < items.size(); i++) {
            var columns =
                    statements.get(i).statement() instanceof Statement.Select select
                            ? select.columns()
                            : List.<DocumentPath>of();
            shown.add(items.get(i).map(new Columns(columns)::of));
        }
        return shown;
    }

    /// The writes, with nothing left that could be wrong with their keys.
    ///
    /// @throws AwsException if something is
    List<WriteTransaction.Action> writes(Tables tables, Call call) {
        var actions = new ArrayList<WriteTransaction.Action>();
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < statements.size(); i++) {
            var prepared = statements.get(i);
            var table = table(prepared, tables, call);
            if (table.isEmpty()) {
                reasons.add(Reason.of(TableErrors.notFound()));
                continue;
            }
            var shown = given.get(i).returnValuesOnConditionCheckFailure();
            var write = at(i, () -> write(prepared, table.get(), shown));
            actions.add(new WriteTransaction.Action(prepared.tableName(), write));
            reasons.add(reason(() -> checkKey(prepared, write, table.get())));
        }
        requireNone(reasons);
        return actions;
    }

    private static ItemWrite write(
            Prepared prepared, Table table, Optional<ReturnValuesOnConditionCheckFailure> shown) {
        if (prepared.statement().returning().isPresent()) {
            throw StatementErrors.returningInTransaction();
        }
        if (prepared.statement() instanceof Statement.Exists(var select)) {
            if (select.target().index().isPresent()) {
                throw StatementErrors.indexInTransaction();
            }
            var key = WriteKey.of(prepared.where(), table.key(), false);
            if (!key.isComplete() || key.isAlone()) {
                throw StatementErrors.existsWithoutCondition();
            }
        }
        return new StatementWrite(prepared, shown).write(table);
    }

    private static void checkKey(Prepared prepared, ItemWrite write, Table table) {
        if (prepared.item().isPresent()) {
            table.checkItem(prepared.item().get());
            return;
        }
        table.checkKey(write.itemOrKey());
        boolean isCheck = prepared.statement() instanceof Statement.Exists;
        WriteKey.of(prepared.where(), table.key(), false)
                .several()
                .filter(_ -> !isCheck)
                .ifPresent(attribute -> {
                    throw StatementErrors.severalKeys(attribute);
                });
    }

    private static Optional<Table> table(Prepared prepared, Tables tables, Call call) {
        return tables.find(prepared.tableName(), call)
                .map(_ -> tables.active(prepared.tableName(), call));
    }

    /// Unlike elsewhere a refusal is caught here, to say which statement it is about.
    private static <T> T at(int place, Supplier<T> work) {
        try {
            return work.get();
        } catch (AwsException refusal) {
            throw DynamoDbErrors.validation(
                    "Validation failed in TransactStatements[%d]: %s"
                            .formatted(place, refusal.message()));
        }
    }

    /// Unlike elsewhere a refusal is caught here: the answer tells the reasons of all statements.
    private static Reason reason(Runnable check) {
        try {
            check.run();
            return Reason.NONE;
        } catch (AwsException refusal) {
            if (TransactionErrors.isOfWholeRequest(refusal)) {
                throw refusal;
            }
            return Reason.of(refusal);
        }
    }

    private static void requireNone(List<Reason> reasons) {
        if (reasons.stream().anyMatch(reason -> !reason.equals(Reason.NONE))) {
            throw TransactionErrors.cancelled(reasons);
        }
    }
}
