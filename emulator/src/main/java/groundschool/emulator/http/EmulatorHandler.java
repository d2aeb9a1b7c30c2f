package groundschool.emulator.http;

import groundschool.emulator.Emulator;
import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.Upgrade;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Hands requests that Jetty has read to the emulator, and its answers back.
final class EmulatorHandler extends Handler.Abstract {

    /// Up to here a body is sent in one piece.
    private static final long ONE_PIECE_BYTES = 1024 * 1024;

    private static final int FIRST_REFUSAL = 400;

    /// More than a part of a usual upload has. Whoever sends more is cut off.
    private static final long MOST_READ_OFF_BYTES = 32L * 1024 * 1024;

    private static final Optional<Upgrade> NO_UPGRADE = Optional.empty();

    private final Entrance entrance;
    private final Emulator emulator;

    EmulatorHandler(Entrance entrance) {
        this.entrance = entrance;
        this.emulator = entrance.emulator();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        var host = Objects.requireNonNullElse(request.getHeaders().get(HttpHeader.HOST), "");
        var refusal = entrance.refusal(host);
        if (refusal.isPresent()) {
            send(refusal.get(), response, callback);
            return true;
        }
        var upgrade = wantsSocket(request) ? emulator.upgrade(read(request)) : NO_UPGRADE;
        if (upgrade.isPresent()) {
            return switch (upgrade.get()) {
                case Upgrade.Taken taken -> Sockets.open(taken, request, response, callback);
                case Upgrade.Refused(var answer) -> {
                    send(answer, response, callback);
                    yield true;
                }
            };
        }
        var answer = emulator.handle(read(request));
        if (answer.status() >= FIRST_REFUSAL && !request.getHeaders().contains(HttpHeader.EXPECT)) {
            readOff(request);
        }
        send(answer, response, callback);
        return true;
    }

    /// Reads what is left of a body that is refused: many clients see no answer that comes while
    /// they still write. Those that ask before they send are told at once.
    private static void readOff(Request request) {
        try (var body = Content.Source.asInputStream(request)) {
            var piece = new byte[64 * 1024];
            long left = MOST_READ_OFF_BYTES;
            for (int got = 0; got >= 0 && left > 0; left -= got) {
                got = body.read(piece);
            }
        } catch (IOException gone) {
            // Nobody is there whom it would help.
        }
    }

    private static boolean wantsSocket(Request request) {
        var headers = request.getHeaders();
        return headers.contains(HttpHeader.UPGRADE, "websocket")
                && headers.contains("Sec-WebSocket-Version", "13")
                && headers.contains("Sec-WebSocket-Key");
    }

    private static HttpRequest read(Request request) {
        var fields = new ArrayList<Map.Entry<String, String>>(request.getHeaders().size());
        for (var field : request.getHeaders()) {
            fields.add(
                    Map.entry(field.getName(), Objects.requireNonNullElse(field.getValue(), "")));
        }
        var uri = request.getHttpURI();
        return new HttpRequest(
                request.getMethod(),
                Objects.requireNonNullElse(uri.getPath(), "/"),
                Objects.requireNonNullElse(uri.getQuery(), ""),
                new Headers(fields),
                Content.Source.asInputStream(request),
                Entrance.source(request.getConnectionMetaData().getRemoteSocketAddress()));
    }

    private static void send(HttpResponse answer, Response response, Callback callback)
            throws IOException {
        response.setStatus(answer.status());
        for (var field : answer.headers().fields()) {
            response.getHeaders().add(field.getKey(), field.getValue());
        }
        if (answer.length() == HttpResponse.STREAMED) {
            stream(answer, response);
            callback.succeeded();
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length());
        if (answer.length() <= ONE_PIECE_BYTES) {
            response.write(true, ByteBuffer.wrap(answer.bytes()), callback);
            return;
        }
        try (var body = answer.body();
                var out = Content.Sink.asOutputStream(response)) {
            body.transferTo(out);
        }
        callback.succeeded();
    }

    /// Sends what has come as soon as it has.
    private static void stream(HttpResponse answer, Response response) throws IOException {
        // Closed only after the last piece: an answer that breaks off must not look whole.
        var out = Content.Sink.asOutputStream(response);
        try (var body = answer.body()) {
            var piece = new byte[16 * 1024];
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                out.write(piece, 0, count);
                out.flush();
            }
        }
        out.close();
    }
}
