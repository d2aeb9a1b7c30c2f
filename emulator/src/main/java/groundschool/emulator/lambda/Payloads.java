package groundschool.emulator.lambda;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// What functions are given.
public final class Payloads {

    /// What a function gets that is given nothing.
    public static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    private static final String WHERE =
            "\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: %d, column: %d]";

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(6_400_000)
                                                    .build())
                                    .build())
                    .build();

    private Payloads() {}

    /// Reads it to its end, without keeping anything.
    ///
    /// @throws groundschool.emulator.AwsException if it is no JSON
    public static void check(byte[] payload) {
        try (var parser = JSON.createParser(payload)) {
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw LambdaErrors.invalidContent(
                    e.getOriginalMessage()
                            + (at == null
                                    ? ""
                                    : WHERE.formatted(at.getLineNr(), at.getColumnNr())));
        }
    }
}
