package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.rest.Method;
import groundschool.emulator.apigateway.rest.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the resource that a path means: texts before variables, variables before what is greedy.
///
/// Where a resource has no method for the verb, the next best one that has is meant.
///
/// Source: [Proxy
/// resources](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html)
public final class Routes {

    /// @param method of the resource, for the verb
    /// @param variables as sent, by name
    public record Match(Resource resource, Method method, Map<String, String> variables) {}

    private final Map<String, List<Resource>> children = new HashMap<>();
    private final Optional<Resource> root;

    public Routes(List<Resource> resources) {
        for (var resource : resources) {
            resource.parentId()
                    .ifPresent(parent ->
                            children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(resource));
        }
        children.values().forEach(each -> each.sort(Comparator.comparingInt(Routes::rank)));
        this.root = resources.stream().filter(Resource::isRoot).findFirst();
    }

    private static int rank(Resource resource) {
        return resource.isGreedy() ? 2 : resource.isVariable() ? 1 : 0;
    }

    /// @param path begins with a slash
    public Optional<Match> find(String verb, String path) {
        var trimmed =
                path.length() > 1 && path.endsWith("/")
                        ? path.substring(0, path.length() - 1)
                        : path;
        var parts =
                trimmed.equals("/")
                        ? List.<String>of()
                        : List.of(trimmed.substring(1).split("/", -1));
        return root.flatMap(top -> below(top, verb, parts, Map.of()));
    }

    private Optional<Match> below(
            Resource resource, String verb, List<String> parts, Map<String, String> variables) {
        if (parts.isEmpty()) {
            return here(resource, verb, variables);
        }
        var part = parts.getFirst();
        var rest = parts.subList(1, parts.size());
        for (var child : children.getOrDefault(resource.id(), List.of())) {
            var found =
                    switch (rank(child)) {
                        case 0 ->
                                isSame(child, part)
                                        ? below(child, verb, rest, variables)
                                        : Optional.<Match>empty();
                        case 1 ->
                                part.isEmpty()
                                        ? Optional.<Match>empty()
                                        : below(child, verb, rest, with(variables, child, part));
                        default ->
                                here(child, verb, with(variables, child, String.join("/", parts)));
                    };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(Resource child, String part) {
        var own = child.pathPart().orElse("");
        return own.equals(part) || own.equals(UrlText.decode(part.replace("+", "%2B")));
    }

    private static Optional<Match> here(
            Resource resource, String verb, Map<String, String> variables) {
        return Optional.ofNullable(resource.methods().get(verb))
                .or(() -> Optional.ofNullable(resource.methods().get("ANY")))
                .map(method -> new Match(resource, method, variables));
    }

    private static Map<String, String> with(
            Map<String, String> variables, Resource child, String value) {
        var more = new LinkedHashMap<>(variables);
        more.put(child.pathPart().orElse("").replaceAll("[{}+]", ""), value);
        return more;
    }
}
