package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.cloudwatch.Dimension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tells of what has happened on WebSocket APIs: metrics and access logs.
///
/// Source: [Monitoring WebSocket
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html)
final class SocketChronicle {

    private static final String NAMESPACE = "AWS/ApiGateway";

    private SocketChronicle() {}

    /// @param status that a client of HTTP would see
    static void note(Moment moment, int status) {
        var request = moment.visit().request();
        var stage = moment.visit().stage();
        var sandbox = request.sandbox();
        var feed =
                sandbox.storage()
                        .transition(() ->
                                sandbox.state(CloudWatch.SERVICE).feed().of(sandbox.services()));
        var counts = new LinkedHashMap<String, Integer>();
        switch (moment.eventType()) {
            case "CONNECT" -> counts.put("ConnectCount", 1);
            case "MESSAGE" -> counts.put("MessageCount", 1);
            default -> {
                // Who goes is not counted.
            }
        }
        counts.put("ClientError", status >= 400 && status < 500 ? 1 : 0);
        counts.put("ExecutionError", status >= 500 ? 1 : 0);
        var dimensions =
                List.of(
                        new Dimension("ApiId", request.api()),
                        new Dimension("Stage", stage.stageName()));
        counts.forEach((name, count) ->
                feed.add(request.region(), NAMESPACE, name, dimensions, "Count", count));
        stage.accessLogSettings()
                .ifPresent(settings -> {
                    Map<String, Object> values = new LinkedHashMap<>(moment.context());
                    values.put("status", status);
                    values.put("accountId", request.account());
                    HttpChronicle.write(settings, stage.stageName(), values, request);
                });
    }
}
