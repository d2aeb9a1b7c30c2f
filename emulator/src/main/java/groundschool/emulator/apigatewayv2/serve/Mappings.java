package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import java.util.Map;
import java.util.Optional;

/// Changes requests on their way to backends, and answers on their way back.
///
/// Source: [Parameter
/// mapping](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html)
final class Mappings {

    private Mappings() {}

    /// A request to a backend.
    record Sent(String path, Fields query, Fields headers) {}

    static Sent request(Map<String, String> mappings, Sent sent, Visit visit) {
        var path = sent.path();
        var query = sent.query();
        var headers = sent.headers();
        for (var mapping : mappings.entrySet()) {
            var value = Expression.filled(mapping.getValue(), visit, Optional.empty());
            var target = mapping.getKey().split("[:.]", 3);
            if (mapping.getKey().equals("overwrite:path")) {
                path = value;
            } else if (target.length == 3 && target[1].equals("querystring")) {
                query = changed(query, target[0], target[2], value);
            } else if (target.length == 3) {
                headers = changed(headers, target[0], target[2], value);
            }
        }
        return new Sent(path, query, headers);
    }

    private static Fields changed(Fields fields, String how, String name, String value) {
        return switch (how) {
            case "append" -> fields.plus(name, value);
            case "overwrite" -> fields.with(name, value);
            default -> fields.without(name);
        };
    }

    static Outgoing response(
            Optional<Map<String, Map<String, String>>> byStatus, Outgoing answer, Visit visit) {
        var mappings =
                byStatus.flatMap(all ->
                                Optional.ofNullable(all.get(Integer.toString(answer.status()))))
                        .orElse(Map.of());
        var headers = answer.headers();
        int status = answer.status();
        for (var mapping : mappings.entrySet()) {
            var value = Expression.filled(mapping.getValue(), visit, Optional.of(answer));
            if (mapping.getKey().equals("overwrite:statuscode")) {
                status = value.matches("[1-5][0-9][0-9]") ? Integer.parseInt(value) : status;
            } else {
                var target = mapping.getKey().split("[:.]", 3);
                headers = changed(headers, target[0], target[target.length - 1], value);
            }
        }
        return new Outgoing(status, headers, answer.body());
    }
}
