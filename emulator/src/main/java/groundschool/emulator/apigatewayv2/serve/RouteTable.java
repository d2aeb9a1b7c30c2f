package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.UrlText;
import groundschool.emulator.apigatewayv2.api.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the route that a request means: whole paths before those that end in what is greedy, one
/// for the verb before one for any, and `$default` if there is no other.
///
/// Source: [Routing API
/// requests](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html)
public final class RouteTable {

    /// @param variables of the path, by name
    public record Match(Route route, Map<String, String> variables) {}

    private RouteTable() {}

    public static Optional<Match> find(List<Route> routes, String verb, String path) {
        var best = Optional.<Match>empty();
        long bestRank = Long.MIN_VALUE;
        for (var route : routes) {
            var key = route.routeKey();
            if (key.equals("$default")) {
                if (best.isEmpty()) {
                    best = Optional.of(new Match(route, Map.of()));
                }
                continue;
            }
            var parts = key.split(" ", 2);
            if (!parts[0].equals(verb) && !parts[0].equals("ANY")) {
                continue;
            }
            var variables = variables(parts[1], path);
            if (variables.isPresent()) {
                long rank = rank(parts[1], !parts[0].equals("ANY"));
                if (rank > bestRank) {
                    bestRank = rank;
                    best = Optional.of(new Match(route, variables.get()));
                }
            }
        }
        return best;
    }

    /// Whole before greedy, then texts before variables, then verbs before any.
    private static long rank(String pattern, boolean named) {
        long literals =
                Stream.of(pattern.split("/"))
                        .filter(part -> !part.isEmpty() && !part.startsWith("{"))
                        .count();
        return (pattern.endsWith("+}") ? 0 : 1_000_000) + literals * 10 + (named ? 1 : 0);
    }

    private static Optional<Map<String, String>> variables(String pattern, String path) {
        var wanted = pattern.split("/", -1);
        var given = path.split("/", -1);
        var variables = new LinkedHashMap<String, String>();
        for (int i = 0; i < wanted.length; i++) {
            var part = wanted[i];
            if (part.startsWith("{") && part.endsWith("+}")) {
                if (i >= given.length) {
                    return Optional.empty();
                }
                var rest = String.join("/", List.of(given).subList(i, given.length));
                variables.put(part.substring(1, part.length() - 2), decoded(rest));
                return Optional.of(variables);
            }
            if (i >= given.length) {
                return Optional.empty();
            }
            if (part.startsWith("{") && part.endsWith("}")) {
                if (given[i].isEmpty()) {
                    return Optional.empty();
                }
                variables.put(part.substring(1, part.length() - 1), decoded(given[i]));
            } else if (!part.equals(given[i])) {
                return Optional.empty();
            }
        }
        return given.length == wanted.length ? Optional.of(variables) : Optional.empty();
    }

    private static String decoded(String text) {
        return UrlText.decode(text.replace("+", "%2B"));
    }
}
