package groundschool.emulator.http;

import groundschool.emulator.wire.AnswerWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.BufferUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection on which calls go straight to the emulator. With the first request that is no call,
/// or that comes in many pieces, it becomes a connection of Jetty's, and remains one.
///
/// Jetty prepares for all that a request may be, which takes more than all that DynamoDB does for a
/// call.
final class DirectConnection extends AbstractConnection implements Connection.UpgradeFrom {

    private static final Logger LOG = LoggerFactory.getLogger(DirectConnection.class);

    /// Who sends a call in more pieces may be stalling: Jetty watches how fast requests come.
    private static final int MOST_PIECES = 8;

    private final Connector connector;
    private final ConnectionFactory jetty;
    private final Entrance entrance;
    private final IdleConnections idle;
    private final CallReader calls;
    private final AnswerWriter answers;
    private RetainableByteBuffer input = RetainableByteBuffer.EMPTY;
    private int pieces;

    /// @param jetty makes the connection that this becomes
    DirectConnection(
            Connector connector,
            EndPoint endPoint,
            ConnectionFactory jetty,
            Entrance entrance,
            IdleConnections idle) {
        super(endPoint, connector.getExecutor());
        this.connector = connector;
        this.jetty = jetty;
        this.entrance = entrance;
        this.idle = idle;
        this.calls =
                new CallReader(
                        Entrance.source(endPoint.getRemoteSocketAddress()),
                        Port.HEADER_BYTES,
                        Port.INPUT_BYTES);
        this.answers = new AnswerWriter(HttpStatus::getMessage, this::send);
    }

    @Override
    public void onOpen() {
        super.onOpen();
        fillInterested();
    }

    @Override
    public void onFillable() {
        try {
            while (fill() && answer()) {
                // Others may go on; by then the next call of a busy client has often come.
                Thread.yield();
            }
        } catch (IOException gone) {
            LOG.debug("{}: the client is gone", this, gone);
            end();
        } catch (RuntimeException | Error failure) {
            LOG.error("{}: a call was not answered", this, failure);
            end();
        }
    }

    /// Takes what has come. If it is nothing, the connection waits for more, perhaps already on
    /// another thread.
    private boolean fill() throws IOException {
        if (input == RetainableByteBuffer.EMPTY) {
            input = connector.getByteBufferPool().acquire(Port.INPUT_BYTES, false);
        }
        int count = getEndPoint().fill(input.getByteBuffer());
        if (count < 0) {
            end();
        } else if (count == 0) {
            if (!input.hasRemaining()) {
                release();
            }
            fillInterested();
        }
        return count > 0;
    }

    /// Answers the calls that have come to their end.
    ///
    /// @return whether this connection goes on
    private boolean answer() throws IOException {
        var bytes = input.getByteBuffer();
        int offset = bytes.arrayOffset();
        while (bytes.hasRemaining()) {
            switch (calls.read(bytes.array(), offset + bytes.position(), offset + bytes.limit())) {
                case CallReader.Whole whole -> {
                    bytes.position(whole.end() - offset);
                    pieces = 0;
                    answer(whole);
                }
                case CallReader.Part _ -> {
                    pieces++;
                    if (pieces > MOST_PIECES) {
                        becomeOneOfJettys();
                        return false;
                    }
                    idle.begins(this);
                    return true;
                }
                case CallReader.Other _ -> {
                    becomeOneOfJettys();
                    return false;
                }
            }
        }
        return true;
    }

    private void answer(CallReader.Whole whole) throws IOException {
        idle.begins(this);
        try {
            answers.write(
                    entrance.refusal(whole.host())
                            .orElseGet(() -> entrance.emulator().handle(whole.call())),
                    true);
        } finally {
            idle.ends(this);
        }
    }

    private void send(ByteBuffer... bytes) throws IOException {
        try (var written = Blocker.callback()) {
            getEndPoint().write(written, bytes);
            written.block();
        }
    }

    /// Goes on here with what has been read, on a thread of its own. Were the new connection only
    /// opened, its first request would hold up one of the few threads of the server.
    private void becomeOneOfJettys() {
        var rest = onUpgradeFrom();
        var next = jetty.newConnection(connector, getEndPoint());
        if (!(next instanceof Connection.UpgradeTo heir && next instanceof Runnable request)) {
            throw new IllegalStateException(next + " cannot go on with what has been read");
        }
        onClose(null);
        getEndPoint().setConnection(next);
        heir.onUpgradeTo(rest);
        try {
            request.run();
        } finally {
            idle.forgets(this);
        }
    }

    @Override
    public ByteBuffer onUpgradeFrom() {
        var rest = BufferUtil.copy(input.getByteBuffer());
        release();
        return rest;
    }

    @Override
    public void onFillInterestedFailed(Throwable cause) {
        release();
        idle.forgets(this);
        super.onFillInterestedFailed(cause);
    }

    private void end() {
        release();
        idle.forgets(this);
        close();
    }

    private void release() {
        if (input != RetainableByteBuffer.EMPTY) {
            input.release();
            input = RetainableByteBuffer.EMPTY;
        }
    }
}
