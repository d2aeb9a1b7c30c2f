package groundschool.emulator.apigateway.documentation;

import groundschool.emulator.apigateway.GatewayErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a part of the documentation is about.
///
/// Source:
/// [DocumentationPartLocation](https://docs.aws.amazon.com/apigateway/latest/api/API_DocumentationPartLocation.html)
///
/// @param type such as `METHOD`
public record Location(
        String type,
        Optional<String> path,
        Optional<String> method,
        Optional<String> statusCode,
        Optional<String> name) {

    private static final Set<String> OF_METHODS =
            Set.of(
                    "METHOD",
                    "PATH_PARAMETER",
                    "QUERY_PARAMETER",
                    "REQUEST_BODY",
                    "REQUEST_HEADER",
                    "RESPONSE",
                    "RESPONSE_BODY",
                    "RESPONSE_HEADER");
    private static final Set<String> OF_RESPONSES =
            Set.of("RESPONSE", "RESPONSE_BODY", "RESPONSE_HEADER");
    private static final Set<String> NAMED =
            Set.of(
                    "AUTHORIZER",
                    "MODEL",
                    "PATH_PARAMETER",
                    "QUERY_PARAMETER",
                    "REQUEST_HEADER",
                    "RESPONSE_HEADER");

    /// With what counts where nothing is said: the path `/`, any method, any status.
    ///
    /// @throws AwsException if it says what its type does not have, or no name where it needs one
    public Location checked() {
        boolean ofMethod = OF_METHODS.contains(type);
        boolean ofResource = ofMethod || type.equals("RESOURCE");
        boolean ofResponse = OF_RESPONSES.contains(type);
        refuse("path", path, !ofResource);
        refuse("method", method, !ofMethod);
        refuse("statusCode", statusCode, !ofResponse);
        refuse("name", name, !NAMED.contains(type));
        if (NAMED.contains(type) && name.filter(text -> !text.isEmpty()).isEmpty()) {
            throw GatewayErrors.badRequest(
                    "Documentation part location of type '%s' must specify a name".formatted(type));
        }
        return new Location(
                type,
                ofResource ? path.or(() -> Optional.of("/")) : Optional.empty(),
                ofMethod ? method.or(() -> Optional.of("*")) : Optional.empty(),
                ofResponse ? statusCode.or(() -> Optional.of("*")) : Optional.empty(),
                name);
    }

    private void refuse(String member, Optional<String> value, boolean isForbidden) {
        if (isForbidden && value.filter(text -> !text.isEmpty()).isPresent()) {
            throw GatewayErrors.badRequest(
                    "Documentation part location of type '%s' cannot specify a %s"
                            .formatted(type, member));
        }
    }

    /// Whether it is about something at that place, or about all that is at places like it: below
    /// its path, of any method, of any status.
    public boolean covers(Location other) {
        return type.equals(other.type)
                && name.equals(other.name)
                && isAbove(path, other.path)
                && isAny(method, other.method)
                && isAny(statusCode, other.statusCode);
    }

    private static boolean isAbove(Optional<String> own, Optional<String> other) {
        if (own.isEmpty() || other.isEmpty()) {
            return own.equals(other);
        }
        return own.get().equals("/")
                || own.equals(other)
                || other.get().startsWith(own.get() + "/");
    }

    private static boolean isAny(Optional<String> own, Optional<String> other) {
        return own.equals(other) || own.filter("*"::equals).isPresent();
    }

    /// How much it says: what is about less counts for more.
    public int precision() {
        return 4 * path.map(String::length).orElse(0)
                + (method.filter(text -> !text.equals("*")).isPresent() ? 2 : 0)
                + (statusCode.filter(text -> !text.equals("*")).isPresent() ? 1 : 0);
    }

    /// In words: `type 'METHOD', path '/', method 'GET'`.
    public String inWords() {
        var members = new LinkedHashMap<String, Optional<String>>();
        members.put("type", Optional.of(type));
        members.put("path", path);
        members.put("method", method);
        members.put("statusCode", statusCode);
        members.put("name", name);
        return members.entrySet().stream()
                .filter(member -> member.getValue().isPresent())
                .map(Location::inWords)
                .collect(Collectors.joining(", "));
    }

    private static String inWords(Map.Entry<String, Optional<String>> member) {
        return "%s '%s'".formatted(member.getKey(), member.getValue().orElse(""));
    }
}
