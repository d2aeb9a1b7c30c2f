package groundschool.emulator.http;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;

/// Has calls go straight from their connections to the emulator, and all else to Jetty.
final class DirectConnections extends AbstractConnectionFactory {

    private final Entrance entrance;
    private final IdleConnections idle;

    /// @param idle what is told when a call begins and ends
    DirectConnections(Entrance entrance, IdleConnections idle) {
        super("calls");
        this.entrance = entrance;
        this.idle = idle;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        ConnectionFactory jetty = connector.getConnectionFactory(HttpVersion.HTTP_1_1.asString());
        return configure(
                new DirectConnection(connector, endPoint, jetty, entrance, idle),
                connector,
                endPoint);
    }
}
