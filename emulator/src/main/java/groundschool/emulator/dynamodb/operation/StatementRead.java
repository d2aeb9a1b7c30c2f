package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Index;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.PageRequest;
import groundschool.emulator.dynamodb.Segments;
import groundschool.emulator.dynamodb.StartKey;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.CapacityUnits;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.expression.Condition;
import groundschool.emulator.dynamodb.expression.Projection;
import groundschool.emulator.dynamodb.partiql.Columns;
import groundschool.emulator.dynamodb.partiql.NextToken;
import groundschool.emulator.dynamodb.partiql.Plan;
import groundschool.emulator.dynamodb.partiql.Prepared;
import groundschool.emulator.dynamodb.partiql.Statement;
import groundschool.emulator.dynamodb.partiql.StatementErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A SELECT that is an operation of its own: one page of one query after another, or of a scan.
///
/// @param limit the most items to look at
record StatementRead(
        Prepared prepared,
        Statement.Select select,
        boolean consistent,
        OptionalInt limit,
        Optional<NextToken> start) {

    private static final long LIMIT_BYTES = 1024 * 1024;

    /// @param last the item that was looked at last, if there may be more behind it
    record Result(
            Table table, List<Item> items, Optional<NextToken> last, Consumption consumption) {}

    /// Where it reads.
    private record Source(Table table, Reading reading, Plan plan) {}

    Result run(Tables tables, Call call) {
        var source = source(tables.active(prepared.tableName(), call), call);
        return read(source, tables.seen(source.table, consistent, call), call);
    }

    private Source source(Table table, Call call) {
        var indexName = select.target().index();
        if (indexName.isPresent() && table.keyOf(indexName).isEmpty()) {
            throw StatementErrors.noSuchIndex();
        }
        var index = indexName.map(table::index);
        if (consistent && index.filter(Index::isGlobal).isPresent()) {
            throw StatementErrors.consistentReadOfGlobalIndex();
        }
        Optional<Projection> projection =
                select.columns().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Projection.of(select.columns()));
        var reading = Reading.of(table, indexName, consistent, Optional.empty(), projection, call);
        Conditions.requireScalarKeys(select.columns(), table);
        prepared.where()
                .map(Condition::paths)
                .ifPresent(paths -> Conditions.requireScalarKeys(paths, table));
        var plan = Plan.of(select, prepared.where(), index.map(Index::key).orElse(table.key()));
        index.flatMap(Index::projected)
                .map(plan::missing)
                .filter(missing -> !missing.isEmpty())
                .ifPresent(missing -> {
                    throw StatementErrors.notProjected(indexName.orElseThrow(), missing);
                });
        reading.checkProjected();
        return new Source(table, reading, plan);
    }

    /// @param seen the table as this read sees it
    private Result read(Source source, Table seen, Call call) {
        var columns = new Columns(select.columns());
        var consumption = new Consumption(Consumption.Unit.READ);
        var items = new ArrayList<Item>();
        Optional<NextToken> last = Optional.empty();
        int scanned = 0;
        long sizeBytes = 0;
        var reads = source.plan.reads();
        for (int read = first(reads.size()); read < reads.size() && last.isEmpty(); read++) {
            var page = seen.read(request(source, read, scanned), consistent);
            // Each of its own partition.
            page.consumption().take(source.table, call);
            call.usage().counted(page.items().size(), page.scanned());
            consumption.add(page.consumption());
            scanned += page.scanned();
            sizeBytes += page.items().stream().mapToLong(Item::sizeBytes).sum();
            page.items().forEach(item -> items.add(columns.of(item)));
            int here = read;
            last = page.last().map(key -> new NextToken(prepared.fingerprint(), here, key));
            if (last.isEmpty() && sizeBytes >= LIMIT_BYTES && read + 1 < reads.size()) {
                last = Optional.of(behind(page.items().getLast(), here, source));
            }
        }
        if (reads.isEmpty()) {
            consumption.ofTable(CapacityUnits.read(0, consistent));
            consumption.take(source.table, call);
        }
        note(source, call);
        call.usage().counted(items.size(), scanned);
        return new Result(source.table, items, last, consumption);
    }

    /// Notes for the ledger which partitions the call is about.
    private void note(Source source, Call call) {
        var index = source.reading.index();
        var key = index.map(Index::key).orElse(source.table.key());
        var name = source.table.name() + index.map(read -> "/" + read.name()).orElse("") + " ";
        source.plan
                .partitions()
                .forEach(values -> call.usage().touched(name + key.partitionText(values), 0));
    }

    private int first(int reads) {
        start.filter(token ->
                        !token.statement().equals(prepared.fingerprint())
                                || token.read() < 0
                                || token.read() >= reads)
                .ifPresent(_ -> {
                    throw StatementErrors.tokenOfOther();
                });
        return start.map(NextToken::read).orElse(0);
    }

    private PageRequest request(Source source, int read, int scanned) {
        var span = source.plan.reads().get(read);
        var index = source.reading.index();
        var from =
                start.filter(token -> token.read() == read)
                        .map(token ->
                                StartKey.ofScan(token.key(), source.table, index, Segments.WHOLE));
        from.filter(key -> !span.has(key))
                .ifPresent(_ -> {
                    throw StatementErrors.tokenOfOther();
                });
        return new PageRequest(
                index,
                span,
                source.plan.forward(),
                limit.isPresent() ? OptionalInt.of(limit.getAsInt() - scanned) : limit,
                from,
                prepared.where(),
                source.reading.needsWholeItems());
    }

    /// Behind the last item of a read that has ended, while others have not begun.
    private NextToken behind(Item item, int read, Source source) {
        var names = new ArrayList<>(source.table.key().names());
        source.reading.index().ifPresent(index -> names.addAll(index.key().names()));
        return new NextToken(prepared.fingerprint(), read, item.only(names));
    }
}
