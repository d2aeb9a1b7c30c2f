package groundschool.emulator.http;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Reads calls from what has come on a connection: requests `POST /` of HTTP/1.1 with an operation
/// in `X-Amz-Target` and a body whose length is said, as SDKs send them to the services that speak
/// JSON. Whatever is in any way unusual about a request is left to Jetty, which knows all of HTTP.
///
/// One reader for each connection, since it remembers: most headers of a call are letter for letter
/// those of the call before.
final class CallReader {

    private static final byte[] FIRST_LINE =
            "POST / HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final int MOST_FIELDS = 100;

    /// Of a client that sends more than this, nothing is remembered.
    private static final int MOST_REMEMBERED_BYTES = 4 * 1024;

    /// What begins at a place.
    sealed interface Found {}

    /// A call that has come to its end.
    ///
    /// @param host the value of its `Host` header
    /// @param end where the next request begins
    record Whole(HttpRequest call, String host, int end) implements Found {}

    /// What may become a call when more has come.
    record Part() implements Found {}

    /// What is for Jetty to answer, or to refuse.
    record Other() implements Found {}

    private static final Found PART = new Part();
    private static final Found OTHER = new Other();

    private final String source;
    private final int mostHeadBytes;
    private final int mostBytes;
    private List<HeaderLine> last = List.of();

    /// @param source the client's address
    /// @param mostBytes of head and body together
    CallReader(String source, int mostHeadBytes, int mostBytes) {
        this.source = source;
        this.mostHeadBytes = mostHeadBytes;
        this.mostBytes = mostBytes;
    }

    /// Looks at what begins at a place.
    ///
    /// @param end behind the last byte that has come
    Found read(byte[] bytes, int start, int end) {
        int common = Math.min(FIRST_LINE.length, end - start);
        if (!Arrays.equals(bytes, start, start + common, FIRST_LINE, 0, common)) {
            return OTHER;
        }
        if (common < FIRST_LINE.length) {
            return PART;
        }
        var lines = new ArrayList<HeaderLine>(last.size() + 4);
        int next = start + FIRST_LINE.length;
        while (!isEndOfHead(bytes, next, end)) {
            var line = line(bytes, next, end, lines.size());
            if (line == HeaderLine.UNFINISHED) {
                return end - start > mostHeadBytes ? OTHER : PART;
            }
            if (line.role() == HeaderLine.Role.UNUSUAL || lines.size() == MOST_FIELDS) {
                return OTHER;
            }
            lines.add(line);
            next += line.length();
        }
        int body = next + 2;
        last = body - start > MOST_REMEMBERED_BYTES ? List.of() : lines;
        return body - start > mostHeadBytes ? OTHER : call(bytes, start, body, end, lines);
    }

    private static boolean isEndOfHead(byte[] bytes, int at, int end) {
        return at + 1 < end && bytes[at] == '\r' && bytes[at + 1] == '\n';
    }

    private HeaderLine line(byte[] bytes, int from, int end, int index) {
        if (index < last.size() && last.get(index).isAt(bytes, from, end)) {
            return last.get(index);
        }
        return HeaderLine.read(bytes, from, end);
    }

    private Found call(byte[] bytes, int start, int body, int end, List<HeaderLine> lines) {
        var host = "";
        int hosts = 0;
        int length = 0;
        int lengths = 0;
        int targets = 0;
        var fields = new ArrayList<Map.Entry<String, String>>(lines.size());
        for (var line : lines) {
            fields.add(line.field());
            switch (line.role()) {
                case HOST -> {
                    host = line.field().getValue();
                    hosts++;
                }
                case CONTENT_LENGTH -> {
                    length = Integer.parseInt(line.field().getValue());
                    lengths++;
                }
                case TARGET -> targets++;
                case ORDINARY, UNUSUAL -> {}
            }
        }
        if (hosts != 1 || lengths != 1 || targets != 1 || body - start + length > mostBytes) {
            return OTHER;
        }
        if (body + length > end) {
            return PART;
        }
        var sent = Arrays.copyOfRange(bytes, body, body + length);
        var call = HttpRequest.of("POST", "/", "", new Headers(fields), sent, source);
        return new Whole(call, host, body + length);
    }
}
