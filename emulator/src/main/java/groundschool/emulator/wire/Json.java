package groundschool.emulator.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/// How the records of operations become JSON: members as AWS spells them, absent ones left out,
/// times as epoch seconds.
public final class Json {

    /// A document that nests deeper, or has a longer text, is refused before it takes memory.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(500)
                                    .maxStringLength(17 * 1024 * 1024)
                                    .maxNameLength(70_000)
                                    .maxNumberLength(1_000)
                                    .build())
                    .build();

    private static final JsonMapper PLAIN = JsonMapper.builder(FACTORY).build();

    private Json() {}

    /// A mapper without any service's types.
    public static JsonMapper mapper() {
        return PLAIN;
    }

    /// A mapper for the records of one service.
    ///
    /// @param model gives the members' names
    public static JsonMapper mapper(JacksonModule types, ApiModel model) {
        return JsonMapper.builder(FACTORY)
                .addModule(new RecordCreation())
                .addModule(new EpochSeconds())
                .addModule(types) // which may write times in a way of its own
                .propertyNamingStrategy(new MemberNames(model))
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
    }
}
