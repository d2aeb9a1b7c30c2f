package groundschool.emulator;

import java.util.Optional;

/// What becomes of a request to go on with a WebSocket.
public sealed interface Upgrade {

    /// The client is answered by HTTP, as by any other request.
    record Refused(HttpResponse answer) implements Upgrade {}

    /// The client may go on.
    ///
    /// @param protocol that was agreed on, of those that the client named
    record Taken(SocketEnd end, Optional<String> protocol) implements Upgrade {}
}
