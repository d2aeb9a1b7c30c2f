package groundschool.emulator.cognito.federation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// That somebody in a pool is somebody at an identity provider.
///
/// @param attribute `Cognito_Subject`, or the attribute of the pool whose value tells
/// @param userId that value: who it is there
/// @param username who it is here
/// @param primary whether the user came from there, rather than was linked later
/// @param issuer what a SAML provider calls itself
public record Identity(
        String providerName,
        String providerType,
        String attribute,
        String userId,
        String username,
        boolean primary,
        Instant createdAt,
        Optional<String> issuer) {

    /// Who somebody is to the provider itself.
    public static final String SUBJECT = "Cognito_Subject";

    /// The attribute in which a user's identities are shown.
    public static final String ATTRIBUTE = "identities";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What the attribute says of some.
    public static String attribute(List<Identity> identities) {
        return JSON.writeValueAsString(identities.stream().map(Identity::shown).toList());
    }

    private Map<String, @Nullable Object> shown() {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("userId", userId);
        all.put("providerName", providerName);
        all.put("providerType", providerType);
        all.put("issuer", issuer.orElse(null));
        all.put("primary", primary);
        all.put("dateCreated", createdAt.toEpochMilli());
        return all;
    }

    /// The same as ID tokens say it, in which all values are texts; empty if the attribute says
    /// nothing that can be read.
    public static List<Map<String, @Nullable Object>> claim(String attribute) {
        try {
            var all =
                    JSON.readValue(
                            attribute, new TypeReference<List<Map<String, @Nullable Object>>>() {});
            all.forEach(
                    each -> each.replaceAll((_, value) -> value == null ? null : value.toString()));
            return all;
        } catch (JacksonException _) {
            return List.of();
        }
    }
}
