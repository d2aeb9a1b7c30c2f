package groundschool.emulator.lambda.runtime.jvm;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;

/// The runtime API, over one connection. The JDK's own HTTP client would take longer to load than
/// all else here.
final class RuntimeClient {

    private static final String ROOT = "/2018-06-01/runtime/";

    private final SocketChannel channel;
    private final InputStream in;

    /// @param sockets the first leads to the API, if there are any
    RuntimeClient(String[] sockets) throws IOException {
        channel = sockets.length > 0 ? unix(sockets[0]) : tcp();
        in = new BufferedInputStream(Channels.newInputStream(channel), 16 * 1024);
    }

    private static SocketChannel unix(String socket) throws IOException {
        var opened = SocketChannel.open(StandardProtocolFamily.UNIX);
        opened.connect(UnixDomainSocketAddress.of(socket.substring(socket.indexOf('=') + 1)));
        return opened;
    }

    private static SocketChannel tcp() throws IOException {
        var place = RuntimeLog.variable("AWS_LAMBDA_RUNTIME_API");
        int colon = place.lastIndexOf(':');
        return SocketChannel.open(
                new InetSocketAddress(
                        place.substring(0, colon), Integer.parseInt(place.substring(colon + 1))));
    }

    RuntimeAnswer next() throws IOException {
        return ask("GET", "invocation/next", new byte[0], "");
    }

    /// @param errorType empty if it is no error
    void post(String path, byte[] body, String errorType) throws IOException {
        ask(
                "POST",
                path,
                body,
                errorType.isEmpty()
                        ? ""
                        : "Lambda-Runtime-Function-Error-Type: " + errorType + "\r\n");
    }

    private RuntimeAnswer ask(String method, String path, byte[] body, String header)
            throws IOException {
        var head =
                new StringBuilder(method)
                        .append(' ')
                        .append(ROOT)
                        .append(path)
                        .append(" HTTP/1.1\r\nHost: lambda\r\nContent-Type: application/json\r\n")
                        .append(header)
                        .append("Content-Length: ")
                        .append(body.length)
                        .append("\r\n\r\n")
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        var request = ByteBuffer.allocate(head.length + body.length).put(head).put(body).flip();
        while (request.hasRemaining()) {
            channel.write(request);
        }
        return answer();
    }

    private RuntimeAnswer answer() throws IOException {
        var first = line();
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new RuntimeAnswer(
                Integer.parseInt(first.split(" ")[1]), headers, in.readNBytes(length));
    }

    private String line() throws IOException {
        var line = new java.io.ByteArrayOutputStream(128);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the environment ends");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
