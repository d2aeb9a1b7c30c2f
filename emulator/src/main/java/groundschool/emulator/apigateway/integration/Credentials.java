package groundschool.emulator.apigateway.integration;

import groundschool.emulator.Principal;
import groundschool.emulator.apigateway.serve.Exchange;
import groundschool.emulator.apigateway.serve.Trouble;
import java.util.Optional;

/// Whom the gateway calls backends as.
public final class Credentials {

    private static final String CALLER = "arn:aws:iam::*:user/*";

    private Credentials() {}

    /// The role that is named, the caller itself, or the gateway on behalf of the method.
    ///
    /// @throws Trouble if the role does not trust the gateway
    public static Principal of(Optional<String> named, String sourceArn, Exchange exchange) {
        var sandbox = exchange.request().sandbox();
        if (named.isEmpty()) {
            return new Principal.AwsService(
                    sandbox.account(), "apigateway.amazonaws.com", sourceArn);
        }
        if (named.get().equals(CALLER)) {
            return exchange.visitor()
                    .principal()
                    .orElseThrow(() ->
                            Trouble.internal(
                                    "Execution failed due to configuration error: the caller has no credentials"));
        }
        return LogRole.session(exchange.substituted(named.get()), sandbox)
                .orElseThrow(() ->
                        Trouble.internal(
                                "Execution failed due to configuration error: API Gateway does not have permission to assume the provided role "
                                        + named.get()));
    }
}
