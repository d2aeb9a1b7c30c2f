package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.Trouble;
import java.time.Duration;

/// A service of AWS, called as the integration's role.
///
/// Source: [AWS service
/// integrations](https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html)
record ServiceCall(Integration integration) implements Backend {

    @Override
    public Outgoing answer(Exchange exchange) {
        var sent = Transformation.request(integration, exchange);
        var request =
                ServiceRequest.of(
                                exchange.substituted(integration.uri().orElse("")),
                                integration.httpMethod().orElse("POST"))
                        .orElseThrow(() ->
                                Trouble.internal(
                                        "Execution failed due to configuration error: Invalid ARN"));
        if (integration.credentials().isEmpty()) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: the integration has no credentials");
        }
        var principal = Credentials.of(integration.credentials(), exchange.arn(), exchange);
        exchange.hop().asked(request.uri(), sent.headers().single(), sent.body());
        var began = System.nanoTime();
        var answer = request.send(sent, principal, exchange.request().sandbox());
        exchange.hop()
                .answered(
                        answer.status(),
                        Duration.ofNanos(System.nanoTime() - began),
                        answer.headers().single(),
                        answer.body());
        return Transformation.response(
                        integration,
                        Integer.toString(answer.status()),
                        answer.headers(),
                        answer.body(),
                        sent,
                        exchange)
                .with("X-Amzn-Trace-Id", exchange.traceId());
    }
}
