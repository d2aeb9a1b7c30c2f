package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.ForwardedHeaders;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.Trouble;
import groundschool.emulator.apigateway.serve.UrlText;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;

/// Another HTTP server. The emulator calls this machine only.
///
/// Source: [HTTP
/// integrations](https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html)
record HttpCall(Integration integration, boolean proxies) implements Backend {

    @Override
    public Outgoing answer(Exchange exchange) {
        var sent = proxies ? passedOn(exchange) : Transformation.request(integration, exchange);
        var uri = uri(sent, exchange);
        var headers = headers(sent.headers(), exchange);
        var verb =
                integration
                        .httpMethod()
                        .filter(each -> !each.equals("ANY"))
                        .orElse(exchange.request().verb());
        exchange.hop().asked(uri.toString(), headers.single(), sent.body());
        var began = System.nanoTime();
        var answer =
                OutgoingHttp.send(
                        uri,
                        verb,
                        headers,
                        sent.body(),
                        Duration.ofMillis(integration.timeoutInMillis()),
                        exchange.request().sandbox());
        exchange.hop()
                .answered(
                        answer.status(),
                        Duration.ofNanos(System.nanoTime() - began),
                        answer.headers().single(),
                        answer.body());
        if (!proxies) {
            return Transformation.response(
                    integration,
                    Integer.toString(answer.status()),
                    answer.headers(),
                    answer.body(),
                    sent,
                    exchange);
        }
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var field : answer.headers().entries()) {
            ProxyAnswer.sent(field.getKey(), field.getValue()).ifPresent(fields::add);
        }
        return new Outgoing(answer.status(), new Fields(fields, true), answer.body());
    }

    /// What a proxy gets: all that was sent, and what mappings add.
    private Transformation.Sent passedOn(Exchange exchange) {
        var request = exchange.request();
        var mapped = Transformation.parameters(integration, exchange);
        var query = request.query();
        for (var parameter : mapped.query().entries()) {
            query = query.with(parameter.getKey(), parameter.getValue());
        }
        var headers = ForwardedHeaders.of(exchange).without("Host");
        for (var header : mapped.headers().entries()) {
            headers = headers.with(header.getKey(), header.getValue());
        }
        return new Transformation.Sent(mapped.path(), query, headers, request.body(), Map.of());
    }

    private URI uri(Transformation.Sent sent, Exchange exchange) {
        var text = exchange.substituted(integration.uri().orElse(""));
        for (var variable : sent.path().entrySet()) {
            text =
                    text.replace("{" + variable.getKey() + "}", variable.getValue())
                            .replace("{" + variable.getKey() + "+}", variable.getValue());
        }
        var query =
                sent.query().entries().stream()
                        .map(each ->
                                UrlText.encode(each.getKey())
                                        + "="
                                        + UrlText.encode(each.getValue()))
                        .collect(Collectors.joining("&"));
        var whole = query.isEmpty() ? text : text + (text.contains("?") ? "&" : "?") + query;
        try {
            return URI.create(whole.replace(" ", "%20"));
        } catch (IllegalArgumentException _) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: Invalid endpoint address");
        }
    }

    private Fields headers(Fields mapped, Exchange exchange) {
        var request = exchange.request();
        var headers = mapped;
        if (!proxies) {
            headers = headers.with("User-Agent", "AmazonAPIGateway_" + request.api());
            if (headers.last("Accept").isEmpty()) {
                headers = headers.with("Accept", "application/json");
            }
            if (headers.last("Content-Type").isEmpty()) {
                headers = headers.with("Content-Type", request.contentType());
            }
        }
        return headers.with("x-amzn-apigateway-api-id", request.api())
                .with("X-Amzn-Trace-Id", exchange.traceId());
    }
}
