package groundschool.emulator.apigatewayv2.serve;

import groundschool.emulator.AwsException;
import groundschool.emulator.Principal;
import groundschool.emulator.apigateway.integration.LambdaCall;
import groundschool.emulator.apigateway.integration.LogRole;
import groundschool.emulator.apigateway.serve.Incoming;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Calls of functions, as the gateway or as a role.
final class Functions {

    private static final Pattern URI =
            Pattern.compile(
                    "arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path/[0-9-]+/functions/(.+)/invocations");

    private Functions() {}

    /// @throws Refusal if the function may not be called, or fails
    static byte[] run(
            String uri, Optional<String> credentials, String sourceArn, byte[] event, Visit visit) {
        try {
            var answer = call(uri, credentials, sourceArn, event, visit.request());
            if (answer.failed()) {
                throw Refusal.internal(new String(answer.payload(), StandardCharsets.UTF_8));
            }
            return answer.payload();
        } catch (AwsException refusal) {
            throw refusal.status() == 429
                    ? Refusal.unavailable(refusal.message())
                    : Refusal.internal(refusal.message());
        }
    }

    /// What a function answers, or that it failed.
    ///
    /// @throws AwsException if it may not be called
    /// @throws Refusal if the role may not be assumed
    static LambdaCall.Answer call(
            String uri,
            Optional<String> credentials,
            String sourceArn,
            byte[] event,
            Incoming request) {
        var sandbox = request.sandbox();
        var form = URI.matcher(uri);
        var function = form.matches() ? String.valueOf(form.group(1)) : uri;
        Principal principal =
                credentials.isEmpty()
                        ? new Principal.AwsService(
                                sandbox.account(), "apigateway.amazonaws.com", sourceArn)
                        : LogRole.session(credentials.get(), sandbox)
                                .orElseThrow(() ->
                                        Refusal.internal(
                                                "API Gateway may not assume " + credentials.get()));
        return LambdaCall.run(
                function, event, true, principal, request.region(), sandbox.services());
    }
}
