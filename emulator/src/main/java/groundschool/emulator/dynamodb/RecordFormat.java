package groundschool.emulator.dynamodb;

import groundschool.emulator.sandbox.Format;
import groundschool.emulator.sandbox.JsonFormat;
import tools.jackson.databind.json.JsonMapper;

/// How records with items in them are stored.
public final class RecordFormat {

    private static final JsonMapper JSON = JsonFormat.mapper(new AttributeValueModule());

    private RecordFormat() {}

    public static <V> Format<V> of(Class<V> type) {
        return new JsonFormat<>(type, JSON);
    }
}
