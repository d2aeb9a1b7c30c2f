package groundschool.emulator.cognito.risk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What AWS's libraries collect of a device: base64 of JSON, in whose `payload` there is more JSON.
///
/// Its signature is not looked at: the key is the id of the app client, which is no secret.
///
/// Source: [Collecting data for threat protection in
/// applications](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-viewing-threat-protection-app.html)
///
/// @param data about the device, by name
record EncodedData(JsonNode data) {

    /// @return nothing if it is no such data
    static Optional<EncodedData> read(String encoded) {
        try {
            var outside =
                    json(
                            new String(
                                    Base64.getDecoder().decode(encoded.strip()),
                                    StandardCharsets.UTF_8));
            var data = json(outside.path("payload").asString("{}")).path("contextData");
            return data.isObject() ? Optional.of(new EncodedData(data)) : Optional.empty();
        } catch (IllegalArgumentException | JacksonException _) {
            return Optional.empty();
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    /// The name of the device, or the browser and the system that it has.
    Optional<String> device() {
        return first(List.of("DeviceName"))
                .or(() -> first(List.of("UserAgent")).map(DeviceName::of));
    }

    /// What only this device has.
    Optional<String> id() {
        return first(List.of("DeviceId", "DeviceFingerprint"));
    }

    Optional<String> timezone() {
        return first(List.of("ClientTimezone", "DeviceTimezone", "Timezone"));
    }

    private Optional<String> first(List<String> names) {
        return names.stream()
                .map(name -> data.path(name).asString(""))
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(text.length(), 256)))
                .findFirst();
    }
}
