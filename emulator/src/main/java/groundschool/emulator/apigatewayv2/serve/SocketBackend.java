package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.integration.LambdaCall;
import groundschool.emulator.apigateway.integration.LogRole;
import groundschool.emulator.apigateway.integration.OutgoingHttp;
import groundschool.emulator.apigateway.integration.ServiceRequest;
import groundschool.emulator.apigateway.integration.Transformation;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.UrlText;
import groundschool.emulator.apigatewayv2.api.Integration;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Asks what is behind a route of a WebSocket API.
///
/// Source: [Integrations for WebSocket
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html)
final class SocketBackend {

    private static final Pattern STATUS =
            Pattern.compile("[\"']?statusCode[\"']?\\s*:\\s*[\"']?(\\d{3})");

    private SocketBackend() {}

    /// @throws Refusal if there is no answer
    static Outgoing answer(Integration integration, Moment moment) {
        return switch (integration.integrationType()) {
            case "AWS_PROXY" ->
                    FunctionAnswer.of(run(integration, SocketEvent.of(moment), moment), "1.0");
            case "MOCK" -> mock(integration, moment);
            case "AWS" -> byService(integration, moment);
            default -> byHttp(integration, moment);
        };
    }

    private static byte[] run(Integration integration, byte[] event, Moment moment) {
        LambdaCall.Answer answer;
        try {
            answer =
                    Functions.call(
                            uri(integration, moment),
                            integration.credentialsArn(),
                            moment.visit().socketArn(),
                            event,
                            moment.visit().request());
        } catch (AwsException refusal) {
            throw refusal.status() == 429 ? Refusal.tooMany() : Refusal.internal(refusal.message());
        }
        if (answer.failed()) {
            throw Refusal.badGateway(new String(answer.payload(), StandardCharsets.UTF_8));
        }
        return answer.payload();
    }

    private static String uri(Integration integration, Moment moment) {
        return Expression.filled(
                integration.integrationUri().orElse(""), moment.visit(), Optional.empty());
    }

    private static Outgoing mock(Integration integration, Moment moment) {
        var body = SocketTemplates.request(integration, moment);
        var status = STATUS.matcher(body);
        return Outgoing.of(
                status.find() ? Integer.parseInt(String.valueOf(status.group(1))) : 200,
                "application/json",
                "");
    }

    private static Outgoing byService(Integration integration, Moment moment) {
        var uri = uri(integration, moment);
        var body = SocketTemplates.request(integration, moment);
        if (LambdaCall.function(uri).isPresent()) {
            var event = body.isEmpty() ? "{}" : body;
            return Outgoing.of(
                    200,
                    "application/json",
                    new String(
                            run(integration, event.getBytes(StandardCharsets.UTF_8), moment),
                            StandardCharsets.UTF_8));
        }
        var request =
                ServiceRequest.of(uri, integration.integrationMethod().orElse("POST"))
                        .orElseThrow(() -> Refusal.internal("Invalid ARN"));
        var sandbox = moment.visit().request().sandbox();
        var role =
                integration
                        .credentialsArn()
                        .orElseThrow(() -> Refusal.internal("The integration has no credentials"));
        var principal =
                LogRole.session(role, sandbox)
                        .orElseThrow(() -> Refusal.internal("API Gateway may not assume " + role));
        return request.send(sent(integration, body, moment), principal, sandbox);
    }

    private static Transformation.Sent sent(Integration integration, String body, Moment moment) {
        return SocketTemplates.parameters(
                integration, body.getBytes(StandardCharsets.UTF_8), moment);
    }

    private static Outgoing byHttp(Integration integration, Moment moment) {
        boolean proxies = integration.integrationType().equals("HTTP_PROXY");
        var request = moment.visit().request();
        var sent =
                sent(
                        integration,
                        proxies ? request.text() : SocketTemplates.request(integration, moment),
                        moment);
        var text = uri(integration, moment);
        for (var variable : sent.path().entrySet()) {
            text = text.replace("{" + variable.getKey() + "}", UrlText.encode(variable.getValue()));
        }
        var query =
                sent.query().entries().stream()
                        .map(each ->
                                UrlText.encode(each.getKey())
                                        + "="
                                        + UrlText.encode(each.getValue()))
                        .collect(Collectors.joining("&"));
        var whole = query.isEmpty() ? text : text + (text.contains("?") ? "&" : "?") + query;
        URI target;
        try {
            target = URI.create(whole.replace(" ", "%20"));
        } catch (IllegalArgumentException _) {
            throw Refusal.internal("Invalid endpoint address");
        }
        return OutgoingHttp.send(
                target,
                integration.integrationMethod().filter(each -> !each.equals("ANY")).orElse("POST"),
                headers(sent.headers(), moment),
                sent.body(),
                Duration.ofMillis(integration.timeoutInMillis()),
                request.sandbox());
    }

    /// Those that are mapped; whoever connects brings their own besides.
    private static Fields headers(Fields mapped, Moment moment) {
        var request = moment.visit().request();
        var headers =
                moment.eventType().equals("CONNECT")
                        ? SocketEvent.headers(request).without("Host")
                        : Fields.NO_HEADERS;
        for (var header : mapped.entries()) {
            headers = headers.with(header.getKey(), header.getValue());
        }
        if (headers.last("Content-Type").isEmpty()) {
            headers = headers.with("Content-Type", "application/json");
        }
        return headers.with("User-Agent", "AmazonAPIGateway_" + request.api())
                .with("x-amzn-apigateway-api-id", request.api());
    }
}
