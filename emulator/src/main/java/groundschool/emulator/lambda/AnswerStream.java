package groundschool.emulator.lambda;

import groundschool.emulator.lambda.runtime.AnswerSink;
import groundschool.emulator.lambda.runtime.Invocation;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The answer of a function, piece by piece: taken by one thread while another brings it.
///
/// A function that does not stream has one piece, its end.
public final class AnswerStream implements AnswerSink {

    /// So many pieces wait before the function does.
    private static final int WAITING = 64;

    /// What comes of a function.
    public sealed interface Piece {

        /// It streams.
        record Begun(String contentType) implements Piece {}

        /// Some of its answer.
        record Bytes(byte[] bytes) implements Piece {}

        /// It has ended. If it did not stream, its answer is in the result.
        record Ended(Invocation.Result result) implements Piece {}

        /// It could not be run.
        record Refused(RuntimeException why) implements Piece {}
    }

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>(WAITING);
    private volatile boolean isUnread;

    /// Waits for what comes next. Nothing follows an end or a refusal.
    ///
    /// @throws RuntimeException if the function could not be run, the refusal itself
    public Piece next() {
        try {
            var piece = pieces.take();
            if (piece instanceof Piece.Refused(var why)) {
                throw why;
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a function answered", e);
        }
    }

    /// Nobody takes more. The function runs to its end all the same, as on AWS.
    public void abandon() {
        isUnread = true;
        pieces.clear();
    }

    @Override
    public void begin(String contentType) {
        put(new Piece.Begun(contentType));
    }

    @Override
    public void take(byte[] bytes) {
        put(new Piece.Bytes(bytes));
    }

    void end(Invocation.Result result) {
        put(new Piece.Ended(result));
    }

    void refuse(RuntimeException why) {
        put(new Piece.Refused(why));
    }

    private void put(Piece piece) {
        try {
            while (!isUnread
                    && !pieces.offer(piece, 100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                continue;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
