package groundschool.emulator.apigateway.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds requests against what their methods say of them, where a validator wants it.
///
/// Source: [Request
/// validation](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html)
public final class Validation {

    private Validation() {}

    /// @throws Trouble if something is missing, or the body is not as it must be
    public static void check(Exchange exchange) {
        var validator =
                exchange.method()
                        .requestValidatorId()
                        .flatMap(id -> Optional.ofNullable(exchange.served().validators().get(id)));
        if (validator.isEmpty()) {
            return;
        }
        if (validator.get().validateRequestParameters()) {
            checkParameters(exchange);
        }
        if (validator.get().validateRequestBody()) {
            checkBody(exchange);
        }
    }

    private static void checkParameters(Exchange exchange) {
        var request = exchange.request();
        var missing = new ArrayList<String>();
        for (var place : List.of("header", "path", "querystring")) {
            var prefix = "method.request." + place + ".";
            exchange.method()
                    .requestParameters()
                    .orElse(Map.of())
                    .forEach((parameter, required) -> {
                        if (required && parameter.startsWith(prefix)) {
                            var name = parameter.substring(prefix.length());
                            boolean given =
                                    switch (place) {
                                        case "header" ->
                                                request.headers()
                                                        .last(name)
                                                        .filter(text -> !text.isEmpty())
                                                        .isPresent();
                                        case "path" -> exchange.variables().containsKey(name);
                                        default ->
                                                request.query()
                                                        .last(name)
                                                        .filter(text -> !text.isEmpty())
                                                        .isPresent();
                                    };
                            if (!given) {
                                missing.add(name);
                            }
                        }
                    });
        }
        if (!missing.isEmpty()) {
            throw Trouble.missingParameters(missing);
        }
    }

    private static void checkBody(Exchange exchange) {
        var models = exchange.method().requestModels().orElse(Map.of());
        var name =
                Optional.ofNullable(models.get(exchange.request().contentType()))
                        .or(() -> Optional.ofNullable(models.get("$default")));
        if (name.isEmpty()) {
            return;
        }
        var schemas = exchange.served().schemas();
        if (!schemas.accepts(name.get(), exchange.request().body())) {
            throw Trouble.badBody();
        }
    }
}
