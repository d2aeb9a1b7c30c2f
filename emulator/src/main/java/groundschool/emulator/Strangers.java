package groundschool.emulator;

import groundschool.emulator.cognito.Visitors;
import groundschool.emulator.cognito.operation.Unsigned;
import groundschool.emulator.cognitoidentity.Guests;
import groundschool.emulator.cognitoidentity.operation.GuestOperation;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sts.SamlIdentities;
import groundschool.emulator.sts.WebIdentities;
import groundschool.emulator.sts.operation.AssumeRoleWithSAML;
import groundschool.emulator.sts.operation.AssumeRoleWithWebIdentity;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Finds out who asks, and in which sandbox, where AWS wants no signature: what the request carries
/// says so.
final class Strangers {

    /// The global endpoint's.
    private static final String REGION = "us-east-1";

    private final WebIdentities webIdentities;
    private final SamlIdentities samlIdentities;
    private final Guests guests;
    private final Visitors visitors;

    Strangers(Sandboxes sandboxes) {
        this.webIdentities = new WebIdentities(sandboxes);
        this.samlIdentities = new SamlIdentities(sandboxes);
        this.guests = new Guests(sandboxes);
        this.visitors = new Visitors(sandboxes);
    }

    /// Whoever sent a request from outside.
    ///
    /// @throws AwsException if nothing says who that is
    Caller caller(Endpoint<?> endpoint, String operation, JsonNode input, String userAgent) {
        var asked = asked(endpoint, operation, input);
        var sandbox =
                switch (asked) {
                    case AssumeRoleWithWebIdentity web -> webIdentities.sandbox(web);
                    case AssumeRoleWithSAML saml -> samlIdentities.sandbox(saml);
                    default -> throw unknown(operation);
                };
        return new Caller(
                sandbox, principal(asked, sandbox, operation), REGION, Optional.empty(), userAgent);
    }

    /// The same for a request by JSON, which may have come by a way that leads to one sandbox only.
    ///
    /// @throws AwsException if nothing says whose it is
    Caller caller(HttpRequest request, Endpoint<?> endpoint, String operation, JsonNode input) {
        var asked = asked(endpoint, operation, input);
        var found =
                switch (asked) {
                    case Unsigned unsigned ->
                            request.entrance()
                                    .map(entrance -> visitors.find(unsigned.bearer(), entrance))
                                    .orElseGet(() -> visitors.find(unsigned.bearer()));
                    case GuestOperation guest ->
                            new Visitors.Found(
                                    request.entrance().orElseGet(() -> guests.sandbox(guest)),
                                    guest.region());
                    default -> throw unknown(operation);
                };
        return new Caller(
                found.sandbox(),
                principal(asked, found.sandbox(), operation),
                found.region(),
                Optional.empty(),
                request.headers().first("User-Agent").orElse(""),
                request.source());
    }

    /// The same call, made by whom the request vouches for rather than by whoever sends it.
    Caller caller(Caller sender, Endpoint<?> endpoint, String operation, JsonNode input) {
        return sender.as(principal(asked(endpoint, operation, input), sender.sandbox(), operation));
    }

    private Principal principal(Request<?> asked, Sandbox sandbox, String operation) {
        return switch (asked) {
            case AssumeRoleWithWebIdentity web -> webIdentities.principal(web, sandbox);
            case AssumeRoleWithSAML saml -> samlIdentities.principal(saml, sandbox);
            case Unsigned _, GuestOperation _ -> new Principal.Anonymous(sandbox.account());
            default -> throw unknown(operation);
        };
    }

    private static Request<?> asked(Endpoint<?> endpoint, String operation, JsonNode input) {
        endpoint.model().check(operation, input);
        return endpoint.read(operation, input);
    }

    private static IllegalStateException unknown(String operation) {
        return new IllegalStateException("Nothing says whom " + operation + " is for");
    }
}
