package groundschool.bench.process;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// The least that a Java process can do before it answers: a server of the JDK's own that says
/// hello.
public final class BareHttp {

    private BareHttp() {}

    /// Listens on any port, and prints its address.
    public static void main(String[] arguments) throws IOException {
        var hello = "Hello".getBytes(StandardCharsets.UTF_8);
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, hello.length);
                        exchange.getResponseBody().write(hello);
                    }
                });
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
