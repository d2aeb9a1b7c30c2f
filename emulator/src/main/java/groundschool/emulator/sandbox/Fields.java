package groundschool.emulator.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A few texts as bytes: how the small records of this package are stored. Fields may be added at
/// the end.
final class Fields {

    private static final String BETWEEN = "\n";

    private Fields() {}

    /// @param fields none of which has a line break
    static byte[] write(String... fields) {
        for (var field : fields) {
            if (field.contains(BETWEEN)) {
                throw new IllegalArgumentException("A field has no line break.");
            }
        }
        return String.join(BETWEEN, fields).getBytes(StandardCharsets.UTF_8);
    }

    static List<String> read(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.UTF_8).split(BETWEEN, -1));
    }
}
