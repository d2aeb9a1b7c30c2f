package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// What functions are given.
public final class Payloads {

    /// What a function gets that is given nothing.
    public static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

    private static final int MOST_CONTEXT_BYTES = 3583;

    private static final int MOST_EVENT_BYTES = 1024 * 1024;

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
        refuseControl(payload);
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

    /// Lambda takes the first byte for a character of its own, where the parser here sees text in
    /// UTF-8 that is broken.
    private static void refuseControl(byte[] payload) {
        int first = payload.length == 0 ? 0 : payload[0] & 0xff;
        if (first >= 0x80 && first <= 0x9f) {
            throw LambdaErrors.invalidContent(
                    "Unexpected character ((CTRL-CHAR, code %d)): expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
                                    .formatted(first)
                            + WHERE.formatted(1, 1));
        }
    }

    /// @throws groundschool.emulator.AwsException if it is more than an event that waits may be
    public static void checkQueued(byte[] event) {
        if (event.length > MOST_EVENT_BYTES) {
            throw new AwsException(
                    413,
                    "RequestTooLargeException",
                    "%d byte payload is too large for the Event invocation type (limit %d bytes)"
                            .formatted(event.length, MOST_EVENT_BYTES));
        }
    }

    /// @throws groundschool.emulator.AwsException if it is too long
    public static void checkContext(Optional<String> clientContext) {
        if (clientContext.filter(text -> text.length() > MOST_CONTEXT_BYTES).isPresent()) {
            throw new AwsException(
                    413,
                    "RequestTooLargeException",
                    "Client context must be no longer than %d bytes."
                            .formatted(MOST_CONTEXT_BYTES));
        }
    }
}
