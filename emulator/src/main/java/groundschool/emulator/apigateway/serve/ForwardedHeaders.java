package groundschool.emulator.apigateway.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The headers that a request has once it has come through the gateway.
///
/// Source: recorded events
public final class ForwardedHeaders {

    /// What is between two hops only, or is said otherwise, and what else does not get through.
    ///
    /// Source: recorded answers
    private static final Set<String> HOP =
            Set.of(
                    "connection",
                    "content-length",
                    "content-md5",
                    "expect",
                    "keep-alive",
                    "max-forwards",
                    "proxy-authenticate",
                    "proxy-connection",
                    "server",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "www-authenticate");

    private ForwardedHeaders() {}

    /// What functions get to see: those sent, and those that the gateway adds.
    public static Fields of(Exchange exchange) {
        var request = exchange.request();
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var field : request.headers().entries()) {
            var name = field.getKey().toLowerCase(Locale.ROOT);
            if (!HOP.contains(name) && !name.startsWith("x-forwarded-") && !name.equals("host")) {
                fields.add(field);
            }
        }
        fields.add(Map.entry("Host", request.host()));
        if (exchange.served()
                .snapshot()
                .api()
                .endpointConfiguration()
                .types()
                .orElse(List.of())
                .contains("EDGE")) {
            fields.addAll(edge(request));
        }
        if (request.headers().last("X-Amzn-Trace-Id").isEmpty()) {
            fields.add(Map.entry("X-Amzn-Trace-Id", exchange.traceId()));
        }
        var before = request.headers().last("X-Forwarded-For").map(each -> each + ", ").orElse("");
        fields.add(Map.entry("X-Forwarded-For", before + request.source()));
        fields.add(Map.entry("X-Forwarded-Port", "443"));
        fields.add(Map.entry("X-Forwarded-Proto", "https"));
        return new Fields(fields, true);
    }

    /// What CloudFront adds in front of an edge-optimized API.
    private static List<Map.Entry<String, String>> edge(Incoming request) {
        return List.of(
                Map.entry("CloudFront-Forwarded-Proto", "https"),
                Map.entry("CloudFront-Is-Desktop-Viewer", "true"),
                Map.entry("CloudFront-Is-Mobile-Viewer", "false"),
                Map.entry("CloudFront-Is-SmartTV-Viewer", "false"),
                Map.entry("CloudFront-Is-Tablet-Viewer", "false"),
                Map.entry("CloudFront-Viewer-Country", "US"),
                Map.entry("Via", "1.1 %s.cloudfront.net (CloudFront)".formatted(request.api())),
                Map.entry("X-Amz-Cf-Id", request.extendedId()));
    }
}
