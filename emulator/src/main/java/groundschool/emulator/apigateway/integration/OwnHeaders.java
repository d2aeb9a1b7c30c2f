package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Trouble;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The headers of requests to backends that are the gateway's own. Parameters of integrations may
/// name them, but then no request gets through.
///
/// Source: recorded answers; [Important
/// notes](https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html)
final class OwnHeaders {

    private static final String PREFIX = "integration.request.header.";
    private static final Set<String> OF_ALL = Set.of("content-length", "transfer-encoding");
    private static final Set<String> OF_AWS = ofAws();

    private OwnHeaders() {}

    private static Set<String> ofAws() {
        var all = new HashSet<>(OF_ALL);
        all.addAll(Set.of("authorization", "connection", "expect", "proxy-authenticate", "te"));
        return Set.copyOf(all);
    }

    /// @throws Trouble if one is set
    static void check(Integration integration) {
        var own = integration.type().startsWith("AWS") ? OF_AWS : OF_ALL;
        for (var target : integration.requestParameters().orElse(Map.of()).keySet()) {
            var name = target.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX) && own.contains(name.substring(PREFIX.length()))) {
                throw Trouble.internal(
                        "Execution failed due to configuration error: Invalid mapping expression specified: "
                                + target);
            }
        }
    }
}
