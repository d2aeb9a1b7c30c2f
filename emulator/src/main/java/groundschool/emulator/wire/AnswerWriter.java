package groundschool.emulator.wire;

import groundschool.emulator.HttpResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/// Writes answers to a connection of HTTP/1.1.
///
/// @param phrases what a status is called; clients do not read it
/// @param sink what takes the bytes
public record AnswerWriter(IntFunction<String> phrases, Sink sink) {

    private static final String END_OF_LINE = "\r\n";
    private static final byte[] NO_BODY = new byte[0];

    /// A body up to here is put behind the head, which is quicker than to write two pieces.
    private static final int SMALL_BODY_BYTES = 8 * 1024;

    private static final int PIECE_BYTES = 64 * 1024;

    /// The way to the client.
    public interface Sink {

        /// Comes back when the system has taken all of it.
        ///
        /// @throws IOException if the client is gone
        void write(ByteBuffer... pieces) throws IOException;
    }

    /// Writes an answer with its body.
    ///
    /// @param stays whether the connection stays open
    /// @throws IOException if the client is gone, or the body could not be read to its end
    public void write(HttpResponse answer, boolean stays) throws IOException {
        var head = head(answer, stays);
        if (answer.length() == HttpResponse.STREAMED) {
            sink.write(head);
            stream(answer);
        } else if (answer.length() <= PIECE_BYTES) {
            write(head, answer.bytes());
        } else {
            sink.write(head);
            inPieces(answer);
        }
    }

    /// Writes an answer to HEAD, which has no body, whatever its length.
    ///
    /// @param stays whether the connection stays open
    public void writeHead(HttpResponse answer, boolean stays) throws IOException {
        try (var _ = answer.body()) {
            write(head(answer, stays), NO_BODY);
        }
    }

    private void write(ByteBuffer head, byte[] body) throws IOException {
        if (body.length > SMALL_BODY_BYTES) {
            sink.write(head, ByteBuffer.wrap(body));
            return;
        }
        var both = ByteBuffer.allocate(head.remaining() + body.length);
        sink.write(both.put(head).put(body).flip());
    }

    private void inPieces(HttpResponse answer) throws IOException {
        try (var body = answer.body()) {
            var piece = new byte[PIECE_BYTES];
            for (int count = body.readNBytes(piece, 0, PIECE_BYTES);
                    count > 0;
                    count = body.readNBytes(piece, 0, PIECE_BYTES)) {
                sink.write(ByteBuffer.wrap(piece, 0, count));
            }
        }
    }

    /// Sends what has come as soon as it has. An answer that breaks off has no last piece, and so
    /// does not look whole.
    private void stream(HttpResponse answer) throws IOException {
        try (var body = answer.body()) {
            var piece = new byte[PIECE_BYTES];
            for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
                if (count > 0) {
                    sink.write(
                            bytes(Integer.toHexString(count) + END_OF_LINE),
                            ByteBuffer.wrap(piece, 0, count),
                            bytes(END_OF_LINE));
                }
            }
        }
        sink.write(bytes("0" + END_OF_LINE + END_OF_LINE));
    }

    private ByteBuffer head(HttpResponse answer, boolean stays) {
        var head = new StringBuilder(512);
        head.append("HTTP/1.1 ").append(answer.status()).append(' ');
        head.append(phrases.apply(answer.status())).append(END_OF_LINE);
        for (var field : answer.headers().fields()) {
            append(head, field.getKey());
            append(head.append(": "), field.getValue());
            head.append(END_OF_LINE);
        }
        if (answer.length() == HttpResponse.STREAMED) {
            head.append("Transfer-Encoding: chunked");
        } else {
            head.append("Content-Length: ").append(answer.length());
        }
        head.append(stays ? "" : END_OF_LINE + "Connection: close");
        return bytes(head.append(END_OF_LINE).append(END_OF_LINE).toString());
    }

    /// No name and no value can end its line, whoever has said it. Other letters than ASCII's are
    /// in UTF-8, as functions get them in their client's context.
    private static void append(StringBuilder head, String text) {
        head.append(text);
        for (int at = head.length() - text.length(); at < head.length(); at++) {
            if (head.charAt(at) < ' ' && head.charAt(at) != '\t') {
                head.setCharAt(at, ' ');
            }
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
