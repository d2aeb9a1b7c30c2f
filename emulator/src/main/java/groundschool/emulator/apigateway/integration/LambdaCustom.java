package groundschool.emulator.apigateway.integration;

import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Fields;
import groundschool.emulator.apigateway.serve.Outgoing;
import groundschool.emulator.apigateway.serve.Trouble;
import groundschool.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/// A function that gets what a template makes, and whose answer a template turns into the method's.
record LambdaCustom(Integration integration) implements Backend {

    @Override
    public Outgoing answer(Exchange exchange) {
        if (!integration.httpMethod().orElse("POST").equals("POST")) {
            throw Trouble.internal(
                    "Execution failed due to configuration error: Lambda is called by POST only");
        }
        var sent = Transformation.request(integration, exchange);
        boolean waits =
                sent.headers()
                        .last("X-Amz-Invocation-Type")
                        .filter(type -> type.equals("Event"))
                        .isEmpty();
        var event = sent.body().length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : sent.body();
        var answer = Functions.run(integration, event, waits, exchange);
        var headers = Fields.NO_HEADERS.with("Content-Type", "application/json");
        return Transformation.response(
                        integration,
                        answer.failed() ? message(answer.payload()) : waits ? "200" : "202",
                        headers,
                        answer.payload(),
                        sent,
                        exchange)
                .with("X-Amzn-Trace-Id", exchange.traceId());
    }

    /// What patterns are held against when a function failed.
    private static String message(byte[] error) {
        try {
            return Json.mapper().readTree(error).path("errorMessage").asString("");
        } catch (JacksonException _) {
            return "";
        }
    }
}
