package groundschool.emulator;

import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sts.WebIdentities;
import groundschool.emulator.sts.operation.AssumeRoleWithWebIdentity;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Finds out who asks, and in which sandbox, where AWS wants no signature: what the request carries
/// says so.
final class Strangers {

    /// The global endpoint's.
    private static final String REGION = "us-east-1";

    private final WebIdentities webIdentities;

    Strangers(Sandboxes sandboxes) {
        this.webIdentities = new WebIdentities(sandboxes);
    }

    /// Whoever sent a request from outside.
    ///
    /// @throws AwsException if nothing says who that is
    Caller caller(Endpoint<?> endpoint, String operation, JsonNode input, String userAgent) {
        var asked = asked(endpoint, operation, input);
        var sandbox = webIdentities.sandbox(asked);
        return new Caller(
                sandbox,
                webIdentities.principal(asked, sandbox),
                REGION,
                Optional.empty(),
                userAgent);
    }

    /// The same call, made by whom the request vouches for rather than by whoever sends it.
    Caller caller(Caller sender, Endpoint<?> endpoint, String operation, JsonNode input) {
        return sender.as(
                webIdentities.principal(asked(endpoint, operation, input), sender.sandbox()));
    }

    private static AssumeRoleWithWebIdentity asked(
            Endpoint<?> endpoint, String operation, JsonNode input) {
        endpoint.model().check(operation, input);
        if (endpoint.read(operation, input) instanceof AssumeRoleWithWebIdentity asked) {
            return asked;
        }
        throw new IllegalStateException("Nothing says whom " + operation + " is for");
    }
}
