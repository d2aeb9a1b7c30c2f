package groundschool.emulator.lambda.runtime.jvm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Lets code that speaks TCP reach the sockets that lead out of an isolated environment.
final class Relay implements Runnable {

    private final SocketChannel from;
    private final SocketChannel to;

    private Relay(SocketChannel from, SocketChannel to) {
        this.from = from;
        this.to = to;
    }

    /// Relays as each `PORT=PATH` says.
    static void listen(String[] pairs) throws IOException {
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            var server = ServerSocketChannel.open();
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(
                    new InetSocketAddress(
                            "127.0.0.1", Integer.parseInt(pair.substring(0, equals))));
            var path = UnixDomainSocketAddress.of(pair.substring(equals + 1));
            begin(() -> serve(server, path));
        }
    }

    private static void begin(Runnable task) {
        var thread = new Thread(task, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void serve(ServerSocketChannel server, UnixDomainSocketAddress path) {
        while (true) {
            try {
                var inner = server.accept();
                inner.setOption(StandardSocketOptions.TCP_NODELAY, true);
                var outer = SocketChannel.open(StandardProtocolFamily.UNIX);
                outer.connect(path);
                begin(new Relay(inner, outer));
                begin(new Relay(outer, inner));
            } catch (IOException e) {
                // The other end has gone; the next one may be there.
                continue;
            }
        }
    }

    @Override
    public void run() {
        var buffer = ByteBuffer.allocate(64 * 1024);
        try {
            while (from.read(buffer.clear()) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
            to.shutdownOutput();
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It was closed by its other end.
            return;
        }
    }
}
