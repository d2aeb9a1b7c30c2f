package groundschool.emulator.apigateway.rest;

import groundschool.emulator.apigateway.GatewayErrors;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A part of an API's tree of paths.
///
/// Source: [Resource](https://docs.aws.amazon.com/apigateway/latest/api/API_Resource.html)
///
/// @param parentId absent at the root
/// @param pathPart such as `pets`, `{id}` or `{proxy+}`; absent at the root
/// @param path from the root
/// @param resourceMethods by verb
public record Resource(
        String id,
        Optional<String> parentId,
        Optional<String> pathPart,
        String path,
        Optional<Map<String, Method>> resourceMethods) {

    /// The root of an API.
    public static Resource root(String id) {
        return new Resource(id, Optional.empty(), Optional.empty(), "/", Optional.empty());
    }

    public boolean isRoot() {
        return parentId.isEmpty();
    }

    /// Whether it stands for all that follows.
    public boolean isGreedy() {
        return pathPart.filter(part -> part.endsWith("+}")).isPresent();
    }

    /// Whether it stands for any text.
    public boolean isVariable() {
        return pathPart.filter(part -> part.startsWith("{")).isPresent();
    }

    public Map<String, Method> methods() {
        return resourceMethods.orElse(Map.of());
    }

    /// @throws AwsException if it has none
    public Method method(String verb) {
        return Optional.ofNullable(methods().get(verb)).orElseThrow(GatewayErrors::noMethod);
    }

    public Resource with(Method method) {
        var all = new TreeMap<>(methods());
        all.put(method.verb(), method);
        return new Resource(id, parentId, pathPart, path, Optional.of(Map.copyOf(all)));
    }

    public Resource without(String verb) {
        var all = new TreeMap<>(methods());
        all.remove(verb);
        return new Resource(
                id,
                parentId,
                pathPart,
                path,
                Optional.of(Map.copyOf(all)).filter(some -> !some.isEmpty()));
    }

    /// The same, somewhere else.
    public Resource at(String parent, String part, String wholePath) {
        return new Resource(id, Optional.of(parent), Optional.of(part), wholePath, resourceMethods);
    }

    /// As it is shown.
    ///
    /// @param whole whether with all that its methods are
    public Resource shown(boolean whole) {
        return new Resource(
                id,
                parentId,
                pathPart,
                path,
                resourceMethods.map(all -> {
                    var some = new TreeMap<String, Method>();
                    all.forEach((verb, method) -> some.put(verb, whole ? method : Method.UNSEEN));
                    return some;
                }));
    }
}
