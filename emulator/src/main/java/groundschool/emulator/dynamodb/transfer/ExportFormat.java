package groundschool.emulator.dynamodb.transfer;

import groundschool.emulator.dynamodb.AttributeValueModule;
import groundschool.emulator.dynamodb.Item;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// How the lines of an export's files are written.
///
/// Source: [DynamoDB table export output
/// format](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html)
public enum ExportFormat {
    DYNAMODB_JSON("json.gz") {
        @Override
        String line(Item item) {
            return JSON.writeValueAsString(Map.of("Item", item));
        }

        @Override
        String line(Instant writtenAt, Item keys, Optional<Item> before, Optional<Item> after) {
            var record = new LinkedHashMap<String, Object>();
            record.put(
                    "Metadata",
                    Map.of("WriteTimestampMicros", Map.of("N", Long.toString(micros(writtenAt)))));
            record.put("Keys", keys);
            before.ifPresent(item -> record.put("OldImage", item));
            after.ifPresent(item -> record.put("NewImage", item));
            return JSON.writeValueAsString(record);
        }
    },
    ION("ion.gz") {
        @Override
        String line(Item item) {
            return new IonWriter().begin().field("Item", item).end();
        }

        @Override
        String line(Instant writtenAt, Item keys, Optional<Item> before, Optional<Item> after) {
            var record =
                    new IonWriter()
                            .begin()
                            .open("Record")
                            .field("Keys", keys)
                            .open("Metadata")
                            .number("WriteTimestampMicros", micros(writtenAt))
                            .close();
            before.ifPresent(item -> record.field("OldImage", item));
            after.ifPresent(item -> record.field("NewImage", item));
            return record.close().end();
        }
    };

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new AttributeValueModule()).build();

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /// How the names of its files end.
    String ending() {
        return ending;
    }

    /// An item of a full export.
    abstract String line(Item item);

    /// A change of an incremental export.
    ///
    /// @param writtenAt when the item was written last
    /// @param before absent if it was not there, or is not to be shown
    /// @param after absent if it is there no more
    abstract String line(Instant writtenAt, Item keys, Optional<Item> before, Optional<Item> after);

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
