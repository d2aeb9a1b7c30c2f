package groundschool.emulator.http;

import groundschool.emulator.Upgrade;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.Handshaker;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.core.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/// Makes WebSockets of requests. It is loaded with the first that comes: most who use the emulator
/// never want one.
final class Sockets {

    /// A connection on which nothing happens ends after this long.
    private static final Duration IDLE = Duration.ofMinutes(10);

    private static final WebSocketComponents COMPONENTS = started();
    private static final Handshaker HANDSHAKER = Handshaker.newInstance();

    private Sockets() {}

    private static WebSocketComponents started() {
        var components = new WebSocketComponents();
        try {
            components.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return components;
    }

    /// @return whether the client is at a WebSocket now, or has been told why not
    static boolean open(
            Upgrade.Taken taken, Request request, Response response, Callback callback) {
        return HANDSHAKER.upgradeRequest(
                new Negotiator(taken), request, response, callback, COMPONENTS, null);
    }

    private record Negotiator(Upgrade.Taken taken) implements WebSocketNegotiator {

        @Override
        public FrameHandler negotiate(
                ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
            // Messages are not compressed, as AWS does not.
            response.setExtensions(java.util.List.of());
            taken.protocol().ifPresent(response::setAcceptedSubProtocol);
            return new SocketFrames(taken.end());
        }

        @Override
        public void customize(Configuration configuration) {
            configuration.setIdleTimeout(IDLE);
            configuration.setAutoFragment(false);
            configuration.setMaxFrameSize(SocketFrames.MOST_FRAME_BYTES);
            configuration.setMaxTextMessageSize(SocketFrames.MOST_MESSAGE_BYTES);
        }
    }
}
