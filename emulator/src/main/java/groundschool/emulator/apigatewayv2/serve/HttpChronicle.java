package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.Principal;
import groundschool.emulator.apigateway.integration.LogWriter;
import groundschool.emulator.apigateway.serve.Incoming;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.template.Mapped;
import groundschool.emulator.apigatewayv2.api.AccessLogSettings;
import groundschool.emulator.apigatewayv2.api.Snapshot;
import groundschool.emulator.apigatewayv2.api.Stage;
import groundschool.emulator.cloudwatch.CloudWatch;
import groundschool.emulator.cloudwatch.Dimension;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells of requests that have been answered: metrics and access logs.
///
/// Source: [Monitoring HTTP
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-monitor.html)
final class HttpChronicle {

    private static final String NAMESPACE = "AWS/ApiGateway";
    private static final Pattern VARIABLE = Pattern.compile("\\$context((?:\\.[A-Za-z0-9_-]+)+)");

    private HttpChronicle() {}

    static void note(Incoming request, Stage stage, Snapshot snapshot, Outgoing answer) {
        count(request, stage, answer);
        stage.accessLogSettings()
                .ifPresent(settings -> write(settings, request, stage, snapshot, answer));
    }

    private static void count(Incoming request, Stage stage, Outgoing answer) {
        var sandbox = request.sandbox();
        var feed =
                sandbox.storage()
                        .transition(() ->
                                sandbox.state(CloudWatch.SERVICE).feed().of(sandbox.services()));
        var api = new Dimension("ApiId", request.api());
        for (var dimensions :
                List.of(List.of(api), List.of(api, new Dimension("Stage", stage.stageName())))) {
            feed.add(request.region(), NAMESPACE, "Count", dimensions, "Count", 1);
            feed.add(
                    request.region(),
                    NAMESPACE,
                    "4xx",
                    dimensions,
                    "Count",
                    answer.status() >= 400 && answer.status() < 500 ? 1 : 0);
            feed.add(
                    request.region(),
                    NAMESPACE,
                    "5xx",
                    dimensions,
                    "Count",
                    answer.status() >= 500 ? 1 : 0);
            feed.add(
                    request.region(),
                    NAMESPACE,
                    "DataProcessed",
                    dimensions,
                    "Bytes",
                    (double) request.body().length + answer.body().length);
        }
    }

    private static void write(
            AccessLogSettings settings,
            Incoming request,
            Stage stage,
            Snapshot snapshot,
            Outgoing answer) {
        var route =
                RouteTable.find(snapshot.routes(), request.verb(), request.path())
                        .map(match -> match.route().routeKey())
                        .orElse("-");
        var values =
                Map.<String, Object>ofEntries(
                        Map.entry("requestId", request.extendedId()),
                        Map.entry("extendedRequestId", request.extendedId()),
                        Map.entry("apiId", request.api()),
                        Map.entry("accountId", request.account()),
                        Map.entry("stage", stage.stageName()),
                        Map.entry("routeKey", route),
                        Map.entry("httpMethod", request.verb()),
                        Map.entry("path", request.wholePath()),
                        Map.entry("protocol", "HTTP/1.1"),
                        Map.entry("requestTime", request.requestTime()),
                        Map.entry("requestTimeEpoch", request.at().getEpochSecond()),
                        Map.entry("domainName", request.host()),
                        Map.entry("status", answer.status()),
                        Map.entry("responseLength", answer.body().length),
                        Map.entry(
                                "identity",
                                Map.of(
                                        "sourceIp",
                                        request.source(),
                                        "userAgent",
                                        request.headers().last("User-Agent").orElse(""))));
        write(settings, stage.stageName(), values, request);
    }

    /// Writes a line of an access log.
    ///
    /// @param values of `$context`
    static void write(
            AccessLogSettings settings,
            String stage,
            Map<String, Object> values,
            Incoming request) {
        var arn = settings.destinationArn().orElse("");
        int at = arn.indexOf(":log-group:");
        if (at < 0 || settings.format().isEmpty()) {
            return;
        }
        var sandbox = request.sandbox();
        var group = arn.substring(at + ":log-group:".length()).replaceAll(":\\*$", "");
        var line =
                VARIABLE.matcher(settings.format().get())
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        Mapped.inContext(
                                                        values,
                                                        String.valueOf(found.group(1)).substring(1))
                                                .orElse("-")));
        // HTTP APIs write as a service that the group's policy lets in, or within the account.
        LogWriter.write(
                group,
                stage,
                line,
                new Principal.Root(sandbox.account()),
                request.region(),
                sandbox);
    }
}
