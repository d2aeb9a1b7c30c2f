package groundschool.emulator.apigateway.integration;

import groundschool.emulator.Principal;
import groundschool.emulator.Services;
import groundschool.emulator.lambda.operation.Invoke;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// Calls of functions.
public final class LambdaCall {

    private static final Pattern URI =
            Pattern.compile(
                    "arn:aws[a-z-]*:apigateway:[a-z0-9-]+:lambda:path/[0-9-]+/functions/(.+)/invocations");

    private LambdaCall() {}

    /// What a function answered.
    ///
    /// @param failed whether that is an error
    public record Answer(byte[] payload, boolean failed) {}

    /// The function that a URI of an integration or an authorizer is of.
    public static Optional<String> function(String uri) {
        var form = URI.matcher(uri);
        return form.matches() ? Optional.ofNullable(form.group(1)) : Optional.empty();
    }

    /// Runs a function and waits for it.
    ///
    /// @throws AwsException if Lambda refuses
    public static Answer run(
            String function,
            byte[] event,
            boolean waits,
            Principal principal,
            String region,
            Services services) {
        var answer =
                services.as(principal, region)
                        .run(
                                new Invoke(
                                        function,
                                        Optional.of(waits ? "RequestResponse" : "Event"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(event),
                                        Optional.empty(),
                                        Optional.empty()),
                                Invoke.Response.class);
        return new Answer(answer.payload().orElse(new byte[0]), answer.functionError().isPresent());
    }
}
