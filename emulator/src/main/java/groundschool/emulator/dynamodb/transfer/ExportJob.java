package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.transfer.Export.ExportViewType;
import groundschool.emulator.sandbox.StorageException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes exports, when they are due, in the name of whoever asked for them.
public final class ExportJob {

    /// What the service bills at least for an incremental export.
    private static final long LEAST_BILLED_BYTES = 10_000_000;

    private final Exports exports;
    private final Services services;

    public ExportJob(Exports exports, Services services) {
        this.exports = exports;
        this.services = services;
    }

    /// Has an export written when its time has come.
    public void schedule(Export export) {
        services.clock().scheduleLong(export.dueAt(), () -> run(export.arn()));
    }

    private void run(String arn) {
        exports.begun(arn).ifPresent(export -> exports.end(arn, outcome(export)));
    }

    private Export.Outcome outcome(Export export) {
        try {
            return written(export);
        } catch (AwsException refusal) {
            return new Export.Failed(services.clock().now(), Failure.of(refusal, export.id()));
        } catch (StorageException full) {
            return new Export.Failed(
                    services.clock().now(),
                    new Failure("UNKNOWN", String.valueOf(full.getMessage())));
        }
    }

    private Export.Outcome written(Export export) {
        var files =
                new ExportFiles(
                        export, services.as(export.principal(), export.region()).via("dynamodb"));
        files.start();
        var schema = KeySchema.of(export.table().keySchema(), export.table());
        var filter =
                export.filter()
                        .map(specification -> specification.read(schema))
                        .orElse(FilterSpecification.ALL);
        long bytes =
                export.period()
                        .map(period -> writeChanges(export, period, schema, filter, files))
                        .orElseGet(() -> writeItems(export, filter, files));
        return files.finish(services.clock().now(), bytes);
    }

    /// @return how many bytes were read
    private long writeItems(Export export, FilterSpecification.Reading filter, ExportFiles files) {
        long read = 0;
        try (var items = items(export)) {
            for (var item : (Iterable<Item>) items::iterator) {
                read += item.sizeBytes();
                filter.of(item).ifPresent(shown -> files.add(export.format().line(shown)));
            }
        }
        return read;
    }

    /// All that the table had at the export's time.
    private Stream<Item> items(Export export) {
        var later = exports.history(export).since(export.time().orElseThrow());
        return Stream.concat(
                exports.items(export)
                        .ascending()
                        .filter(entry -> !later.containsKey(entry.getKey()))
                        .map(Map.Entry::getValue),
                later.values().stream().flatMap(Optional::stream));
    }

    /// An item that was put and deleted within the period does not show.
    private long writeChanges(
            Export export,
            Export.Period period,
            KeySchema schema,
            FilterSpecification.Reading filter,
            ExportFiles files) {
        long read = 0;
        var changes =
                exports.history(export)
                        .between(period.from(), period.to(), exports.items(export))
                        .values();
        for (var change : changes) {
            var any = change.after().or(change::before);
            if (any.isEmpty()) {
                continue;
            }
            read += any.get().sizeBytes();
            if (filter.of(any.get()).isEmpty()) {
                continue;
            }
            boolean showsOld = period.viewType() == ExportViewType.NEW_AND_OLD_IMAGES;
            files.add(
                    export.format()
                            .line(
                                    change.writtenAt(),
                                    schema.of(any.get()),
                                    change.before().filter(_ -> showsOld).flatMap(filter::shown),
                                    change.after().flatMap(filter::shown)));
        }
        return Math.max(read, LEAST_BILLED_BYTES);
    }
}
