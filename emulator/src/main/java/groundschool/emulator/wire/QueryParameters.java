package groundschool.emulator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The parameters of a URL's query, decoded, in the order sent.
public record QueryParameters(List<Map.Entry<String, String>> parameters) {

    public QueryParameters {
        parameters = List.copyOf(parameters);
    }

    public static QueryParameters of(String query) {
        if (query.isEmpty()) {
            return new QueryParameters(List.of());
        }
        var parameters = new ArrayList<Map.Entry<String, String>>();
        for (var parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            var name = equals < 0 ? parameter : parameter.substring(0, equals);
            var value = equals < 0 ? "" : parameter.substring(equals + 1);
            parameters.add(Map.entry(UrlEncoding.decode(name), UrlEncoding.decode(value)));
        }
        return new QueryParameters(parameters);
    }

    /// The values of all parameters of that name.
    List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    Optional<String> first(String name) {
        for (var parameter : parameters) {
            if (parameter.getKey().equals(name)) {
                return Optional.of(parameter.getValue());
            }
        }
        return Optional.empty();
    }
}
