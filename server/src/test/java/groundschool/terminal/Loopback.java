package groundschool.terminal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import groundschool.emulator.Emulator;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/// A port of this machine on which an emulator answers, for the real AWS CLI.
final class Loopback implements AutoCloseable {

    private final HttpServer server;

    Loopback(Emulator emulator) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(emulator, exchange));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(Emulator emulator, HttpExchange exchange) throws IOException {
        var headers =
                new Headers(
                        exchange.getRequestHeaders().entrySet().stream()
                                .flatMap(field ->
                                        field.getValue().stream()
                                                .map(value -> Map.entry(field.getKey(), value)))
                                .toList());
        try (exchange) {
            var response =
                    emulator.handle(
                            HttpRequest.of(
                                    exchange.getRequestMethod(),
                                    exchange.getRequestURI().getRawPath(),
                                    "",
                                    headers,
                                    exchange.getRequestBody().readAllBytes()));
            response.headers()
                    .fields()
                    .forEach(field ->
                            exchange.getResponseHeaders().add(field.getKey(), field.getValue()));
            exchange.sendResponseHeaders(response.status(), response.length());
            exchange.getResponseBody().write(response.bytes());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
