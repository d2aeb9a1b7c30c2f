package groundschool.emulator.cognito.passkey;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a browser says of the page that used a passkey.
///
/// Source: [Client data](https://www.w3.org/TR/webauthn-3/#dictionary-client-data)
///
/// @param bytes as they were signed
@SuppressWarnings("ArrayRecordComponent") // bytes on their way from the wire
record ClientData(byte[] bytes, JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_BYTES = 64 * 1024;

    /// Bytes that an answer has; nothing if they are not there.
    static Optional<byte[]> bytes(JsonNode answer, String name) {
        var text = answer.path(name).asString("");
        if (text.isEmpty() || text.length() > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Reads it; nothing if it cannot be read.
    static Optional<ClientData> of(JsonNode response) {
        return bytes(response, "clientDataJSON")
                .flatMap(bytes -> {
                    try {
                        return Optional.of(
                                new ClientData(
                                        bytes,
                                        JSON.readTree(new String(bytes, StandardCharsets.UTF_8))));
                    } catch (JacksonException _) {
                        return Optional.empty();
                    }
                });
    }

    /// Whether it answers that challenge.
    boolean answers(String type, String challenge) {
        return json.path("type").asString("").equals(type)
                && Hashes.same(json.path("challenge").asString(""), challenge);
    }

    /// @throws groundschool.emulator.AwsException if it comes from a page of somebody else
    void checkOrigin(RelyingParty party) {
        if (!party.isOrigin(json.path("origin").asString(""))
                || json.path("crossOrigin").asBoolean(false)) {
            throw CognitoErrors.of(
                    "WebAuthnOriginNotAllowedException",
                    "The origin %s is not allowed for the relying party %s."
                            .formatted(json.path("origin").asString(""), party.id()));
        }
    }

    /// What authenticators sign of it.
    byte[] hash() {
        return Hashes.sha256(bytes);
    }
}
