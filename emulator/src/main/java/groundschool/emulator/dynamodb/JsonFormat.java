package groundschool.emulator.dynamodb;

import com.fasterxml.jackson.annotation.JsonInclude;
import groundschool.emulator.sandbox.Format;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Stores records as JSON, member by member.
///
/// @param <V> the records
public record JsonFormat<V>(Class<V> type) implements Format<V> {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new AttributeValueModule())
                    .changeDefaultPropertyInclusion(inclusion ->
                            inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    @Override
    public byte[] write(V value) {
        return JSON.writeValueAsBytes(value);
    }

    @Override
    public V read(byte[] bytes) {
        return JSON.readValue(bytes, type);
    }
}
