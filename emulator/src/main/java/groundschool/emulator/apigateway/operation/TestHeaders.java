package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.serve.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The headers of a request that is tried.
final class TestHeaders {

    private TestHeaders() {}

    static Fields of(
            Optional<Map<String, String>> single, Optional<Map<String, List<String>>> multi) {
        var fields = Fields.NO_HEADERS;
        for (var header : single.orElse(Map.of()).entrySet()) {
            fields = fields.with(header.getKey(), header.getValue());
        }
        for (var header : multi.orElse(Map.of()).entrySet()) {
            fields = fields.without(header.getKey());
            for (var value : header.getValue()) {
                fields = fields.plus(header.getKey(), value);
            }
        }
        return fields;
    }
}
