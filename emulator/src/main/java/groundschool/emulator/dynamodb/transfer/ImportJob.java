package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.s3.operation.GetObject;
import groundschool.emulator.sandbox.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fills new tables from objects, when it is due, in the name of whoever asked for it.
///
/// The table is being created until all is in it. If the process ends before, it begins anew.
public final class ImportJob {

    /// So many items are put at once.
    private static final int BATCH = 500;

    private static final int MOST_ITEM_BYTES = 400 * 1024;

    private final Tables tables;
    private final Services services;

    public ImportJob(Tables tables, Services services) {
        this.tables = tables;
        this.services = services;
    }

    /// Has an import done when its time has come.
    public void schedule(Import each) {
        services.clock().scheduleLong(each.dueAt(), () -> run(each.arn()));
    }

    private void run(String arn) {
        // Not before the transition is over that began it.
        tables.whole(() -> tables.imports().find(arn).filter(Import::isInProgress))
                .ifPresent(each -> new Run(each).run());
    }

    /// One import.
    private final class Run {

        private final Import each;
        private final Services.As caller;
        private final ImportLog log;
        private final List<Item> batch = new ArrayList<>();
        private long bytes;
        private long processed;
        private long imported;

        private Run(Import each) {
            this.each = each;
            this.caller = services.as(each.principal(), each.region()).via("dynamodb");
            this.log = new ImportLog(each, caller, services.clock());
        }

        private void run() {
            try {
                var keys = new ObjectKeys(each.source(), caller).all();
                var table = raise();
                if (table.isEmpty()) {
                    end(Optional.of(Failure.ofTakenName(each.table().name())), false);
                    return;
                }
                log.begin();
                for (var key : keys) {
                    read(key, table.get());
                }
                flush(table.get());
                log.flush();
                end(log.errors() > 0 ? Optional.of(Failure.ofItems()) : Optional.empty(), true);
            } catch (AwsException refusal) {
                fail(Failure.of(refusal, each.id()));
            } catch (StorageException full) {
                fail(new Failure("UNKNOWN", String.valueOf(full.getMessage())));
            }
        }

        /// Puts up the empty table, in the place of what an earlier attempt has left.
        ///
        /// @return absent if another has its name
        private Optional<Table> raise() {
            return tables.whole(() -> {
                var other =
                        tables.unfinished()
                                .definition(
                                        each.table().name(), each.region(), services.clock().now())
                                .filter(taken -> !taken.id().equals(each.table().id()));
                return other.isPresent()
                        ? Optional.empty()
                        : Optional.of(tables.unfinished().raise(each.table(), each.region()));
            });
        }

        private void read(String key, Table table) {
            var object =
                    caller.run(
                            GetObject.plain(each.source().s3Bucket(), key, Optional.empty()),
                            GetObject.Response.class);
            var at = new ImportLog.Place(key);
            try (InputStream body = object.body().bytes();
                    var source = ImportSource.of(each, body)) {
                for (var next = source.next(); next.isPresent(); next = source.next()) {
                    take(next.get(), table, at);
                    at.advance();
                }
                bytes += source.bytes();
            } catch (IOException | BadObjectException unreadable) {
                processed++;
                log.error(at, String.valueOf(unreadable.getMessage()));
            }
        }

        private void take(ImportSource.Read read, Table table, ImportLog.Place at) {
            processed++;
            switch (read) {
                case ImportSource.Found(var item) -> {
                    var problem = problem(item, table);
                    if (problem.isPresent()) {
                        log.error(at, problem.get());
                    } else {
                        batch.add(item);
                        imported++;
                        if (batch.size() == BATCH) {
                            flush(table);
                        }
                    }
                }
                case ImportSource.Wrong(var why) -> log.error(at, why);
            }
        }

        private static Optional<String> problem(Item item, Table table) {
            if (item.sizeBytes() > MOST_ITEM_BYTES) {
                return Optional.of("Item size has exceeded the maximum allowed size");
            }
            try {
                table.checkItem(item);
                return Optional.empty();
            } catch (AwsException refusal) {
                return Optional.of(refusal.message());
            }
        }

        private void flush(Table table) {
            if (!batch.isEmpty()) {
                tables.whole(() -> {
                    ours().ifPresent(_ -> table.load(batch));
                    return true;
                });
                batch.clear();
            }
        }

        /// Unless the sandbox was rewound meanwhile.
        private Optional<TableDefinition> ours() {
            return tables.unfinished()
                    .definition(each.table().name(), each.region(), services.clock().now())
                    .filter(table -> table.id().equals(each.table().id()));
        }

        private void fail(Failure failure) {
            tables.whole(() -> {
                ours().ifPresent(table -> tables.unfinished().raze(table, each.region()));
                return true;
            });
            end(Optional.of(failure), false);
        }

        private void end(Optional<Failure> failure, boolean keepsTable) {
            tables.whole(() -> {
                var now = services.clock().now();
                var found = tables.imports().find(each.arn()).filter(Import::isInProgress);
                if (found.isPresent() && keepsTable) {
                    ours().ifPresent(
                                    table -> tables.unfinished().finish(table, each.region(), now));
                }
                var counts = new Import.Counts(bytes, processed, imported, log.errors());
                found.ifPresent(open ->
                        tables.imports().put(open.ended(new Import.Ended(now, counts, failure))));
                return true;
            });
        }
    }
}
