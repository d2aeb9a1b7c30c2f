package groundschool.emulator.apigateway.serve;

import groundschool.emulator.apigateway.rest.Authorizer;
import groundschool.emulator.apigateway.rest.GatewayResponse;
import groundschool.emulator.apigateway.rest.Model;
import groundschool.emulator.apigateway.rest.RequestValidator;
import groundschool.emulator.apigateway.rest.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A deployment, ready to answer by.
public record Served(
        String deployment,
        Snapshot snapshot,
        Routes routes,
        Map<String, Authorizer> authorizers,
        Map<String, Model> models,
        Map<String, RequestValidator> validators,
        Map<String, GatewayResponse> responses,
        Schemas schemas) {

    public static Served of(String deployment, Snapshot snapshot) {
        var models = byKey(snapshot.models(), Model::name);
        return new Served(
                deployment,
                snapshot,
                new Routes(snapshot.resources()),
                byKey(snapshot.authorizers(), Authorizer::id),
                models,
                byKey(snapshot.validators(), RequestValidator::id),
                byKey(snapshot.responses(), GatewayResponse::responseType),
                new Schemas(snapshot.api().id(), models));
    }

    private static <V> Map<String, V> byKey(List<V> values, Function<V, String> key) {
        return values.stream().collect(Collectors.toMap(key, each -> each));
    }

    /// Whether bodies of that type are bytes, not text.
    ///
    /// @param type of a body, or what a client accepts
    public boolean isBinary(String type) {
        var first = type.split("[,;]", 2)[0].strip().toLowerCase(Locale.ROOT);
        return snapshot.api().binaryMediaTypes().orElse(List.of()).stream()
                .map(each -> each.toLowerCase(Locale.ROOT))
                .anyMatch(each ->
                        each.equals(first)
                                || each.equals("*/*")
                                || each.endsWith("/*")
                                        && first.startsWith(each.substring(0, each.length() - 1)));
    }
}
