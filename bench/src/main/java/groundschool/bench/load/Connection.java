package groundschool.bench.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// One connection to a server on this machine, kept alive. It knows as much HTTP as is needed to
/// find the end of an answer, so that little of the machine goes to the one who asks.
public final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    public Connection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /// An answer as it came.
    ///
    /// @param head all lines before the body
    /// @param body without the frames of chunks
    public record Answer(int status, String head, byte[] body) {

        /// The value of a header.
        public Optional<String> header(String name) {
            return head.lines()
                    .filter(line ->
                            line.toLowerCase(Locale.ROOT)
                                    .startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        /// The body as text.
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// Sends a whole request and reads the whole answer.
    public Answer exchange(byte[] request) throws IOException {
        out.write(request);
        return read();
    }

    /// Sends the request and refuses any other status than that.
    public Answer exchange(byte[] request, int status) throws IOException {
        var answer = exchange(request);
        if (answer.status != status) {
            throw new IOException(
                    "The server answered %s%n%s".formatted(answer.head, answer.text()));
        }
        return answer;
    }

    private Answer read() throws IOException {
        var head = new StringBuilder(512);
        for (var line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        int status = Integer.parseInt(head.substring(9, 12));
        var bare = new Answer(status, head.toString(), new byte[0]);
        return new Answer(status, bare.head, body(bare));
    }

    private byte[] body(Answer answer) throws IOException {
        if (answer.status == 204 || answer.status == 304) {
            return new byte[0];
        }
        if (answer.header("Transfer-Encoding").isPresent()) {
            return chunks();
        }
        int length = answer.header("Content-Length").map(Integer::parseInt).orElse(0);
        return bytes(length);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        int length = Integer.parseInt(line(), 16);
        while (length > 0) {
            body.writeBytes(bytes(length));
            line();
            length = Integer.parseInt(line(), 16);
        }
        line();
        return body.toByteArray();
    }

    private byte[] bytes(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("The server closed the connection within an answer.");
        }
        return bytes;
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection.");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
