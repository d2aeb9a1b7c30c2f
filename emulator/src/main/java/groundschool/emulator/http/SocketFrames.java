package groundschool.emulator.http;

import groundschool.emulator.SocketEnd;
import groundschool.emulator.SocketLine;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/// Puts the frames of a WebSocket together to messages, and takes messages apart.
///
/// Source: [Quotas for WebSocket
/// APIs](https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html),
/// and [binary media
/// types](https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-binary-media-types.html)
final class SocketFrames implements FrameHandler, SocketLine {

    static final int MOST_FRAME_BYTES = 32 * 1024;
    static final int MOST_MESSAGE_BYTES = 128 * 1024;

    /// A client that takes nothing for so long is cut off.
    private static final int PATIENCE_SECONDS = 10;

    private final SocketEnd end;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    /// Frames of two messages must not mix.
    private final ReentrantLock sending = new ReentrantLock();

    private volatile @Nullable CoreSession session;

    SocketFrames(SocketEnd end) {
        this.end = end;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        end.opened(this);
        callback.succeeded();
        opened.demand();
    }

    @Override
    public void onFrame(Frame frame, Callback callback) {
        var open = Objects.requireNonNull(session);
        switch (frame.getOpCode()) {
            case OpCode.TEXT, OpCode.CONTINUATION -> data(frame, open);
            case OpCode.BINARY ->
                    open.close(CloseStatus.BAD_DATA, "Binary frames are not taken", Callback.NOOP);
            case OpCode.PING -> {
                end.pinged();
                open.sendFrame(
                        new Frame(OpCode.PONG, copy(frame.getPayload())), Callback.NOOP, false);
            }
            default -> {
                // A pong says nothing, and a close is answered by Jetty.
            }
        }
        callback.succeeded();
        open.demand();
    }

    private static ByteBuffer copy(ByteBuffer payload) {
        var bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return ByteBuffer.wrap(bytes);
    }

    private void data(Frame frame, CoreSession open) {
        if (message.size() + frame.getPayloadLength() > MOST_MESSAGE_BYTES) {
            open.close(CloseStatus.MESSAGE_TOO_LARGE, "Message too long", Callback.NOOP);
            return;
        }
        message.writeBytes(copy(frame.getPayload()).array());
        if (!frame.isFin()) {
            return;
        }
        var bytes = message.toByteArray();
        message.reset();
        if (isText(bytes)) {
            end.text(new String(bytes, StandardCharsets.UTF_8));
        } else {
            open.close(CloseStatus.BAD_PAYLOAD, "Invalid UTF-8", Callback.NOOP);
        }
    }

    @Override
    public void onError(Throwable cause, Callback callback) {
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        var isKnown = session != null;
        session = null;
        if (isKnown) {
            end.closed(status.getCode(), Objects.requireNonNullElse(status.getReason(), ""));
        }
        callback.succeeded();
    }

    @Override
    public boolean send(byte[] bytes) {
        var open = session;
        if (open == null || !open.isOutputOpen()) {
            return false;
        }
        sending.lock();
        try {
            byte opCode = isText(bytes) ? OpCode.TEXT : OpCode.BINARY;
            int at = 0;
            do {
                int length = Math.min(MOST_FRAME_BYTES, bytes.length - at);
                var frame =
                        new Frame(
                                at == 0 ? opCode : OpCode.CONTINUATION,
                                at + length == bytes.length,
                                ByteBuffer.wrap(bytes, at, length));
                if (!isSent(frame, open)) {
                    return false;
                }
                at += length;
            } while (at < bytes.length);
            return true;
        } finally {
            sending.unlock();
        }
    }

    private static boolean isSent(Frame frame, CoreSession open) {
        var sent = new CompletableFuture<Boolean>();
        open.sendFrame(
                frame,
                Callback.from(() -> sent.complete(true), sent::completeExceptionally),
                false);
        try {
            return sent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            open.abort();
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    @Override
    public void close(int code, String reason) {
        var open = session;
        if (open != null) {
            open.close(code, reason, Callback.NOOP);
        }
    }
}
