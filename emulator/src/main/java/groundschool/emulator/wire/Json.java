package groundschool.emulator.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// How the records of operations become JSON: members as AWS spells them, absent ones left out,
/// times as epoch seconds.
public final class Json {

    private Json() {}

    /// A mapper without any service's types.
    public static JsonMapper mapper() {
        return JsonMapper.builder().build();
    }

    /// A mapper for the records of one service.
    public static JsonMapper mapper(JacksonModule types) {
        return JsonMapper.builder()
                .addModule(types)
                .addModule(new EpochSeconds())
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .build();
    }
}
