package groundschool.emulator;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/// What a service may ask of the emulator that it is in: other services, through the gate, and
/// where clients find it.
public interface Outside {

    /// Performs an operation of a service for a caller.
    ///
    /// @throws AwsException if the service would refuse
    JsonNode perform(Caller caller, String service, String operation, JsonNode input);

    /// Answers a request as if it had come from a client.
    HttpResponse handle(HttpRequest request);

    /// Where clients reach the emulator, for addresses that it gives out.
    URI address();
}
