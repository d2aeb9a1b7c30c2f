package groundschool.emulator.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/// Stores records as JSON, member by member.
///
/// @param <V> the records
public record JsonFormat<V>(Class<V> type, JsonMapper mapper) implements Format<V> {

    private static final JsonMapper PLAIN = mapper(new JacksonModule[0]);

    /// For records of types that everybody knows.
    public JsonFormat(Class<V> type) {
        this(type, PLAIN);
    }

    /// A mapper for records that have types of a service's own.
    public static JsonMapper mapper(JacksonModule... types) {
        return JsonMapper.builder()
                .addModules(types)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public byte[] write(V value) {
        return mapper.writeValueAsBytes(value);
    }

    @Override
    public V read(byte[] bytes) {
        return mapper.readValue(bytes, type);
    }
}
