package groundschool.emulator.apigatewayv2;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A client of a WebSocket API: the JDK's.
final class SocketClient implements WebSocket.Listener, AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final LinkedBlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Integer> closes = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final HttpClient http = HttpClient.newHttpClient();
    final WebSocket socket;

    private SocketClient(URI uri, Consumer<WebSocket.Builder> more) {
        var builder =
                http.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS));
        more.accept(builder);
        socket = builder.buildAsync(uri, this).join();
    }

    static SocketClient connect(URI uri, Consumer<WebSocket.Builder> more) {
        return new SocketClient(uri, more);
    }

    /// The status by which a client is turned away.
    static int refusal(URI uri, Consumer<WebSocket.Builder> more) {
        try (var client = new SocketClient(uri, more)) {
            throw new AssertionError("connected: " + client.socket);
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof WebSocketHandshakeException told) {
                return told.getResponse().statusCode();
            }
            throw refused;
        }
    }

    SocketClient say(String message) {
        socket.sendText(message, true).join();
        return this;
    }

    String hear() {
        return await(texts);
    }

    int closeCode() {
        return await(closes);
    }

    private static <V> V await(LinkedBlockingQueue<V> queue) {
        try {
            return Optional.ofNullable(queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("Nothing came."));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            texts.add(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture("");
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        closes.add(statusCode);
        return CompletableFuture.completedFuture("");
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closes.add(1006);
    }

    @Override
    public void close() {
        socket.abort();
        http.shutdownNow();
    }
}
