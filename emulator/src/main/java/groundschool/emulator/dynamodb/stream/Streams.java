package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.RecordFormat;
import groundschool.emulator.dynamodb.schema.StreamSpecification;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The streams of one Region of a sandbox: those of its tables, and for a day those that were
/// disabled or whose tables were deleted.
public final class Streams {

    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final String region;
    private final Storage storage;
    private final StoredMap<StreamDefinition> definitions;

    public Streams(String region, Storage storage) {
        this.region = region;
        this.storage = storage;
        this.definitions =
                storage.map(
                        "dynamodb/" + region + "/streams", RecordFormat.of(StreamDefinition.class));
    }

    /// Begins or ends a table's stream.
    ///
    /// @return the table with that
    public TableDefinition set(TableDefinition table, StreamSpecification asked, Instant now) {
        return asked.streamEnabled()
                ? begin(table, asked.streamViewType().orElseThrow(), now)
                : end(table, now);
    }

    private TableDefinition begin(TableDefinition table, StreamViewType viewType, Instant now) {
        var at = now;
        while (definitions.get(key(table.name(), LABEL.format(at))).isPresent()) {
            at = at.plusMillis(1);
        }
        var stream =
                new StreamDefinition(
                        table.name(),
                        LABEL.format(at),
                        viewType,
                        at,
                        Optional.empty(),
                        table.keySchema());
        definitions.put(key(stream), stream);
        return table.change().stream(new TableStream(true, viewType, stream.label())).done();
    }

    /// Ends a table's stream, if it has one. What is in it can be read for another day.
    ///
    /// @return the table without it
    public TableDefinition end(TableDefinition table, Instant now) {
        if (table.stream().filter(TableStream::enabled).isEmpty()) {
            return table;
        }
        var newest = table.stream().get();
        definitions
                .get(key(table.name(), newest.label()))
                .ifPresent(stream -> definitions.put(key(stream), stream.disabled(now)));
        return table.change().stream(new TableStream(false, newest.viewType(), newest.label()))
                .done();
    }

    /// The records of a stream.
    public StreamLog log(String table, String label, StreamViewType viewType) {
        return new StreamLog(
                nameOf(table, label), viewType, LABEL.parse(label, Instant::from), storage);
    }

    StreamLog log(StreamDefinition stream) {
        return log(stream.tableName(), stream.label(), stream.viewType());
    }

    /// All streams, or those of one table, by table and label.
    List<StreamDefinition> list(Optional<String> table, Instant now) {
        dropGone(now);
        return definitions
                .ascending()
                .map(Map.Entry::getValue)
                .filter(stream -> table.isEmpty() || table.get().equals(stream.tableName()))
                .toList();
    }

    /// @throws AwsException if there is no such stream
    StreamDefinition named(String arn, Call call) {
        var prefix = call.arn("dynamodb", "table/");
        var parts = arn.startsWith(prefix) ? arn.substring(prefix.length()).split("/", 3) : null;
        if (parts == null || parts.length < 3 || !parts[1].equals("stream")) {
            throw notFound(arn);
        }
        return definitions
                .get(key(parts[0], parts[2]))
                .filter(stream -> !stream.isGone(call.now()))
                .orElseThrow(() -> notFound(arn));
    }

    private static AwsException notFound(String arn) {
        return new AwsException(
                400,
                "ResourceNotFoundException",
                "Requested resource not found: Stream: " + arn + " not found");
    }

    private void dropGone(Instant now) {
        var gone =
                definitions
                        .ascending()
                        .map(Map.Entry::getValue)
                        .filter(stream -> stream.isGone(now))
                        .toList();
        for (var stream : gone) {
            definitions.remove(key(stream));
            var name = nameOf(stream.tableName(), stream.label());
            storage.drop(StreamLog.entriesOf(name));
            storage.drop(StreamLog.counterOf(name));
            storage.drop(StreamShards.startsOf(name));
            storage.drop(StreamShards.generationsOf(name));
        }
    }

    private String nameOf(String table, String label) {
        return "dynamodb/" + region + "/stream/" + table + "/" + label;
    }

    private static Key key(StreamDefinition stream) {
        return key(stream.tableName(), stream.label());
    }

    private static Key key(String table, String label) {
        return Key.of(table + "/" + label);
    }
}
