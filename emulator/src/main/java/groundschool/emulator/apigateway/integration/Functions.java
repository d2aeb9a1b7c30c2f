package groundschool.emulator.apigateway.integration;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Incoming;
import groundschool.emulator.apigateway.serve.Trouble;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// How integrations call functions.
final class Functions {

    private Functions() {}

    /// @throws Trouble if the function may not be called, or is not there
    static LambdaCall.Answer run(
            Integration integration, byte[] event, boolean waits, Exchange exchange) {
        var request = exchange.request();
        var uri = exchange.substituted(integration.uri().orElse(""));
        var function =
                LambdaCall.function(uri)
                        .orElseThrow(() ->
                                Trouble.internal(
                                        "Execution failed due to configuration error: Invalid function ARN or invalid uri"));
        var principal = Credentials.of(integration.credentials(), exchange.arn(), exchange);
        var region = region(function, request.region());
        exchange.hop()
                .asked(
                        "https://lambda.%s.amazonaws.com/2015-03-31/functions/%s/invocations"
                                .formatted(region, function),
                        headers(request),
                        event);
        var began = System.nanoTime();
        try {
            var answer =
                    LambdaCall.run(
                            function,
                            event,
                            waits,
                            principal,
                            region,
                            request.sandbox().services());
            exchange.hop()
                    .answered(
                            waits ? 200 : 202,
                            Duration.ofNanos(System.nanoTime() - began),
                            answered(answer, exchange),
                            answer.payload());
            return answer;
        } catch (AwsException refusal) {
            throw Trouble.internal(
                    refusal.code().startsWith("AccessDenied")
                            ? "Execution failed due to configuration error: Invalid permissions on Lambda function"
                            : "Lambda invocation failed with status: %d. %s"
                                    .formatted(refusal.status(), refusal.message()));
        }
    }

    private static Map<String, String> headers(Incoming request) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-amzn-lambda-integration-tag", request.requestId());
        headers.put("x-amzn-apigateway-api-id", request.api());
        headers.put("Accept", "application/json");
        headers.put("User-Agent", "AmazonAPIGateway_" + request.api());
        return headers;
    }

    private static Map<String, String> answered(LambdaCall.Answer answer, Exchange exchange) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Content-Length", Integer.toString(answer.payload().length));
        if (answer.failed()) {
            headers.put("X-Amz-Function-Error", "Unhandled");
        }
        headers.put("X-Amzn-Trace-Id", exchange.traceId());
        return headers;
    }

    private static String region(String function, String usual) {
        var parts = function.split(":");
        return parts.length > 3 && parts[0].equals("arn") ? parts[3] : usual;
    }
}
