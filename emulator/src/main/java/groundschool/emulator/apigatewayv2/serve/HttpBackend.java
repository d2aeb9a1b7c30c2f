package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.apigateway.integration.OutgoingHttp;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.UrlText;
import groundschool.emulator.apigatewayv2.api.Integration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Asks what is behind a route.
final class HttpBackend {

    private HttpBackend() {}

    /// @throws Refusal if there is no answer
    static Outgoing answer(Integration integration, Visit visit) {
        var uri =
                Expression.filled(integration.integrationUri().orElse(""), visit, Optional.empty());
        if (integration.integrationType().equals("AWS_PROXY")) {
            var version = integration.payloadFormatVersion();
            var payload =
                    Functions.run(
                            uri,
                            integration.credentialsArn(),
                            visit.routeArn(),
                            HttpEvent.of(visit, version),
                            visit);
            return FunctionAnswer.of(payload, version);
        }
        return byHttp(integration, uri, visit);
    }

    private static Outgoing byHttp(Integration integration, String uri, Visit visit) {
        var request = visit.request();
        var named = uri;
        for (var variable : visit.variables().entrySet()) {
            named =
                    named.replace("{" + variable.getKey() + "}", variable.getValue())
                            .replace("{" + variable.getKey() + "+}", variable.getValue());
        }
        java.net.URI target;
        try {
            target = java.net.URI.create(named.replace(" ", "%20"));
        } catch (IllegalArgumentException _) {
            throw Refusal.internal("Invalid endpoint address");
        }
        var headers = HttpEvent.headers(visit).without("host");
        var sent =
                Mappings.request(
                        integration.requestParameters().orElse(Map.of()),
                        new Mappings.Sent(
                                Optional.ofNullable(target.getRawPath()).orElse(""),
                                request.query(),
                                headers),
                        visit);
        var verb =
                integration
                        .integrationMethod()
                        .filter(each -> !each.equals("ANY"))
                        .orElse(request.verb());
        var answer =
                OutgoingHttp.send(
                        at(target, sent),
                        verb,
                        sent.headers(),
                        request.body(),
                        Duration.ofMillis(integration.timeoutInMillis()),
                        request.sandbox());
        var kept = answer.headers();
        for (var hop :
                List.of(
                        "Connection",
                        "Content-Length",
                        "Date",
                        "Transfer-Encoding",
                        "Keep-Alive")) {
            kept = kept.without(hop);
        }
        return new Outgoing(answer.status(), kept, answer.body());
    }

    private static java.net.URI at(java.net.URI target, Mappings.Sent sent) {
        var own = Optional.ofNullable(target.getRawQuery()).filter(text -> !text.isEmpty());
        var query =
                Stream.concat(
                                own.stream(),
                                sent.query().entries().stream()
                                        .map(each ->
                                                UrlText.encode(each.getKey())
                                                        + "="
                                                        + UrlText.encode(each.getValue())))
                        .collect(Collectors.joining("&"));
        var path =
                sent.path().isEmpty()
                        ? "/"
                        : sent.path().startsWith("/") ? sent.path() : "/" + sent.path();
        return java.net.URI.create(
                target.getScheme()
                        + "://"
                        + target.getRawAuthority()
                        + path.replace(" ", "%20")
                        + (query.isEmpty() ? "" : "?" + query));
    }
}
