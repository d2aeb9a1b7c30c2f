package groundschool.emulator.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/// Knows which connections have a request under way, so that a server that stops can close all
/// others at once. Jetty would wait until nothing has happened on them for a time of its own, and
/// most clients keep one open.
public final class IdleConnections extends Handler.Wrapper {

    private final Set<Connection> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean isStopping;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var connection = request.getConnectionMetaData().getConnection();
        begins(connection);
        Request.addCompletionListener(request, _ -> ends(connection));
        return super.handle(request, response, callback);
    }

    /// Says that a connection has a request under way, perhaps not for the first time.
    void begins(Connection connection) {
        busy.add(connection);
    }

    /// Says that its answer has gone out.
    void ends(Connection connection) {
        busy.remove(connection);
        if (isStopping) {
            connection.getEndPoint().close();
        }
    }

    /// Says that a connection will never answer what it had under way.
    void forgets(Connection connection) {
        busy.remove(connection);
    }

    /// Closes those of a server that is about to stop, and each other as soon as its answer has
    /// gone out.
    public void close(Server server) {
        isStopping = true;
        for (Connector connector : server.getConnectors()) {
            for (var endPoint : connector.getConnectedEndPoints()) {
                var connection = endPoint.getConnection();
                // What has become a WebSocket can become nothing else, and says good-bye by itself.
                if (connection instanceof Connection.UpgradeFrom && !busy.contains(connection)) {
                    endPoint.close();
                }
            }
        }
    }
}
