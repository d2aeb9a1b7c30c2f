package groundschool.emulator.lambda.runtime;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import groundschool.emulator.wire.AnswerWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/// The beginning of an HTTP/1.1 request, as far as runtimes and AWS SDKs send one.
///
/// @param path as sent, percent-encoded
/// @param query without the `?`
record HttpHead(String method, String path, String query, String version, Headers headers) {

    private static final int HEAD_BYTES = 64 * 1024;
    private static final long DRAINED_BYTES = 64L * 1024 * 1024;

    /// @return nothing if the connection has ended
    static Optional<HttpHead> read(InputStream in) throws IOException {
        var budget = new int[] {HEAD_BYTES};
        var first = line(in, budget);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        var parts = first.get().split(" ", 3);
        if (parts.length < 3) {
            throw new IOException("not HTTP");
        }
        var fields = new ArrayList<Map.Entry<String, String>>();
        while (true) {
            var line = line(in, budget).orElseThrow(() -> new IOException("cut off"));
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("not a header");
            }
            fields.add(
                    Map.entry(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
        int mark = parts[1].indexOf('?');
        return Optional.of(
                new HttpHead(
                        parts[0],
                        mark < 0 ? parts[1] : parts[1].substring(0, mark),
                        mark < 0 ? "" : parts[1].substring(mark + 1),
                        parts[2],
                        new Headers(fields)));
    }

    private static Optional<String> line(InputStream in, int[] budget) throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        while (true) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            if (next == '\n') {
                var text = bytes.toString(StandardCharsets.UTF_8);
                return Optional.of(
                        text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            }
            if (--budget[0] < 0) {
                throw new IOException("too long a head");
            }
            bytes.write(next);
        }
    }

    /// What follows the head. A client that waits to be asked for it is asked.
    InputStream body(InputStream in, WritableByteChannel out) throws IOException {
        if (headers.first("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            writeAll(
                    out,
                    ByteBuffer.wrap(
                            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        }
        if (headers.first("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return new ChunkedBody(in);
        }
        try {
            long length = Long.parseLong(headers.first("Content-Length").orElse("0"));
            return new SizedBody(in, length);
        } catch (NumberFormatException e) {
            throw new IOException("not a length", e);
        }
    }

    boolean keepsAlive() {
        var connection = headers.first("Connection").orElse("");
        return version.equals("HTTP/1.1")
                ? !connection.equalsIgnoreCase("close")
                : connection.equalsIgnoreCase("keep-alive");
    }

    /// Reads what was left of a body, up to a limit.
    ///
    /// @return whether its end was reached
    static boolean drain(InputStream body) throws IOException {
        var buffer = new byte[8192];
        for (long rest = DRAINED_BYTES; rest > 0; ) {
            int count = body.read(buffer);
            if (count < 0) {
                return true;
            }
            rest -= count;
        }
        return false;
    }

    void write(HttpResponse answer, boolean stays, WritableByteChannel channel) throws IOException {
        var writer = new AnswerWriter(_ -> "-", pieces -> writeAll(channel, pieces));
        if (method.equals("HEAD")) {
            writer.writeHead(answer, stays);
        } else {
            writer.write(answer, stays);
        }
    }

    private static void writeAll(WritableByteChannel channel, ByteBuffer... pieces)
            throws IOException {
        for (var bytes : pieces) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }
}
