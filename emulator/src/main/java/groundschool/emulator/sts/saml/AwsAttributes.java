package groundschool.emulator.sts.saml;

import groundschool.emulator.AwsException;
import groundschool.emulator.sts.StsErrors;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an assertion says for AWS: which roles, what the session is to be called, how long it lasts
/// and which tags it has.
///
/// Source: [Configure SAML assertions for the authentication
/// response](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html);
/// [Troubleshoot SAML
/// federation](https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html) for the
/// messages
///
/// @param values by the attribute's name
public record AwsAttributes(Map<String, List<String>> values) {

    private static final String OURS = "https://aws.amazon.com/SAML/Attributes/";
    private static final String TAG = OURS + "PrincipalTag:";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_0-9+=,.@-]{2,64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");
    private static final int SHORTEST_SECONDS = 900;
    private static final int LONGEST_SECONDS = 43_200;

    /// Whether a role may be assumed by way of a provider: the two are named together, in either
    /// order.
    public boolean pair(String roleArn, String providerArn) {
        return all("Role").stream()
                .map(pair -> List.of(pair.strip().split("\\s*,\\s*")))
                .anyMatch(pair ->
                        pair.equals(List.of(roleArn, providerArn))
                                || pair.equals(List.of(providerArn, roleArn)));
    }

    /// @throws AwsException if there is none, or one that does not do
    public String sessionName() {
        var name =
                single("RoleSessionName")
                        .orElseThrow(() ->
                                StsErrors.invalidIdentityToken(
                                        "RoleSessionName is required in AuthnResponse"));
        if (!NAME.matcher(name).matches()) {
            throw StsErrors.invalidIdentityToken(
                    "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
        }
        return name;
    }

    /// @throws AwsException if it is one that does not do
    public Optional<String> sourceIdentity() {
        var source = single("SourceIdentity");
        if (source.filter(each -> !NAME.matcher(each).matches()).isPresent()) {
            throw StsErrors.invalidIdentityToken(
                    "Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\"");
        }
        return source;
    }

    /// How long the session lasts where the request does not say. On AWS, the sign-in page passes
    /// it on.
    ///
    /// @throws AwsException if it is no time that a session can last
    public Optional<Integer> sessionSeconds() {
        return single("SessionDuration")
                .map(text -> {
                    var seconds = SECONDS.matcher(text).matches() ? Integer.parseInt(text) : 0;
                    if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
                        throw StsErrors.invalidIdentityToken(
                                "SessionDuration in AuthnResponse must be between %d and %d seconds"
                                        .formatted(SHORTEST_SECONDS, LONGEST_SECONDS));
                    }
                    return seconds;
                });
    }

    /// Tags of the session, by key.
    public Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        values.forEach((name, given) -> {
            if (name.startsWith(TAG) && !given.isEmpty()) {
                tags.put(name.substring(TAG.length()), given.getFirst());
            }
        });
        return tags;
    }

    /// The keys of those that go along to the next session.
    public List<String> transitiveTags() {
        return all("TransitiveTagKeys");
    }

    /// Attributes of directories that trust policies may test, by context key.
    public Map<String, List<String>> contextKeys() {
        var keys = new HashMap<String, List<String>>();
        values.forEach((name, given) ->
                DirectoryAttributes.contextKeys(name)
                        .forEach(key -> keys.put(key, List.copyOf(given))));
        return keys;
    }

    private Optional<String> single(String name) {
        return all(name).stream().findFirst();
    }

    private List<String> all(String name) {
        return Optional.ofNullable(values.get(OURS + name)).orElse(List.of());
    }
}
