package groundschool.emulator.apigateway.integration;

import groundschool.emulator.AwsException;
import groundschool.emulator.apigateway.rest.Integration;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Trouble;

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
        try {
            return LambdaCall.run(
                    function,
                    event,
                    waits,
                    principal,
                    region(function, request.region()),
                    request.sandbox().services());
        } catch (AwsException refusal) {
            throw Trouble.internal(
                    refusal.code().startsWith("AccessDenied")
                            ? "Execution failed due to configuration error: Invalid permissions on Lambda function"
                            : "Lambda invocation failed with status: %d. %s"
                                    .formatted(refusal.status(), refusal.message()));
        }
    }

    private static String region(String function, String usual) {
        var parts = function.split(":");
        return parts.length > 3 && parts[0].equals("arn") ? parts[3] : usual;
    }
}
