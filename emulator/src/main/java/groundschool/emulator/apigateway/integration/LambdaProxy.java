package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.Trouble;
import java.nio.charset.StandardCharsets;

/// A function that gets the request as an event, and says itself what is answered.
record LambdaProxy(Integration integration) implements Backend {

    @Override
    public Outgoing answer(Exchange exchange) {
        if (!integration.httpMethod().orElse("POST").equals("POST")) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: Lambda is called by POST only");
        }
        var answer = Functions.run(integration, ProxyEvent.of(exchange), true, exchange);
        if (answer.failed()) {
            throw Trouble.badGateway(
                    "Lambda execution failed with status 200 due to customer function error: "
                            + new String(answer.payload(), StandardCharsets.UTF_8));
        }
        return ProxyAnswer.of(answer.payload(), exchange)
                .with("X-Amzn-Trace-Id", exchange.traceId());
    }
}
