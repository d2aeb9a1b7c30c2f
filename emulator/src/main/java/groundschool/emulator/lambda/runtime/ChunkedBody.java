package groundschool.emulator.lambda.runtime;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A request's body that comes in chunks, and what trails it.
///
/// Source: [RFC 9112, 7.1](https://www.rfc-editor.org/rfc/rfc9112#section-7.1)
final class ChunkedBody extends InputStream {

    private static final int LINE_BYTES = 64 * 1024;

    private final InputStream in;
    private final Map<String, String> trailers = new HashMap<>();
    private long rest;
    private boolean isFirst = true;
    private boolean isOver;

    ChunkedBody(InputStream in) {
        this.in = in;
    }

    /// Header fields that came after the body, by name in lower case. Complete once it is read.
    Map<String, String> trailers() {
        return Map.copyOf(trailers);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (rest == 0 && !isOver) {
            begin();
        }
        if (isOver) {
            return -1;
        }
        int count = in.read(into, from, (int) Math.min(length, rest));
        if (count < 0) {
            throw new EOFException("the body was cut off");
        }
        rest -= count;
        return count;
    }

    private void begin() throws IOException {
        if (!isFirst) {
            line();
        }
        isFirst = false;
        var size = line();
        int semicolon = size.indexOf(';');
        try {
            rest = Long.parseLong(semicolon < 0 ? size : size.substring(0, semicolon), 16);
        } catch (NumberFormatException e) {
            throw new IOException("not a chunk", e);
        }
        if (rest == 0) {
            isOver = true;
            for (var trailer = line(); !trailer.isEmpty(); trailer = line()) {
                int colon = trailer.indexOf(':');
                if (colon > 0 && trailers.size() < 100) {
                    trailers.put(
                            trailer.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            trailer.substring(colon + 1).strip());
                }
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            int next = in.read();
            if (next < 0 || line.length() > LINE_BYTES) {
                throw new EOFException("the body was cut off");
            }
            if (next == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) next);
        }
    }

    /// What a trailer carries, as text.
    static String decoded(String base64) {
        try {
            return new String(java.util.Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }
}
