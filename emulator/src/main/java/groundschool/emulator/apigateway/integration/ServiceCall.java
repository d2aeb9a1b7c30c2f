package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.Trouble;
import java.net.URI;
import java.util.regex.Pattern;

/// A service of AWS, called as the integration's role.
///
/// Source: [AWS service
/// integrations](https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html)
record ServiceCall(Integration integration) implements Backend {

    private static final Pattern URI =
            Pattern.compile(
                    "arn:aws[a-z-]*:apigateway:([a-z0-9-]+):([a-zA-Z0-9.-]+):(path|action)/(.*)");

    @Override
    public Outgoing answer(Exchange exchange) {
        var sent = Transformation.request(integration, exchange);
        var form = URI.matcher(exchange.substituted(integration.uri().orElse("")));
        if (!form.matches()) {
            throw Trouble.internal("Execution failed due to configuration error: Invalid ARN");
        }
        if (integration.credentials().isEmpty()) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: the integration has no credentials");
        }
        var principal = Credentials.of(integration.credentials(), exchange.arn(), exchange);
        var answer =
                new ServiceRequest(
                                String.valueOf(form.group(1)),
                                String.valueOf(form.group(2)),
                                String.valueOf(form.group(3)),
                                String.valueOf(form.group(4)),
                                integration.httpMethod().orElse("POST"))
                        .send(sent, principal, exchange.request().sandbox());
        return Transformation.response(
                        integration,
                        Integer.toString(answer.status()),
                        answer.headers(),
                        answer.body(),
                        exchange)
                .with("X-Amzn-Trace-Id", exchange.traceId());
    }
}
