package groundschool.emulator.wire;

import groundschool.emulator.AwsException;
import groundschool.emulator.HttpRequest;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A form by which a browser uploads a file: fields, and the file behind them, which is read once
/// and not held. Fields behind the file do not count.
///
/// Source: [Browser-based uploads using
/// POST](https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-UsingHTTPPOST.html)
///
/// @param fields by name in small letters
/// @param fileName as the browser calls it; empty if it does not
/// @param file up to the end of the form's part
public record FormUpload(Map<String, String> fields, String fileName, InputStream file) {

    private static final Pattern BOUNDARY =
            Pattern.compile("(?i)multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");
    private static final Pattern NAME = Pattern.compile("(?i).*[; ]name=\"([^\"]*)\".*");
    private static final Pattern FILE_NAME = Pattern.compile("(?i).*[; ]filename=\"([^\"]*)\".*");
    private static final int MOST_FIELD_BYTES = 20 * 1024;
    private static final int MOST_LINE = 4096;

    /// Whether a request is such a form.
    public static boolean is(HttpRequest request) {
        return boundary(request).isPresent();
    }

    private static Optional<String> boundary(HttpRequest request) {
        return request.headers()
                .first("Content-Type")
                .map(BOUNDARY::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    /// Reads the form up to its file.
    ///
    /// @throws AwsException if it is none, or has no file
    public static FormUpload read(HttpRequest request) throws IOException {
        var boundary = boundary(request).orElseThrow(FormUpload::malformed);
        var in = new BufferedInputStream(request.body(), 64 * 1024);
        var delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
        if (!line(in).equals("--" + boundary)) {
            throw malformed();
        }
        var fields = new LinkedHashMap<String, String>();
        int size = 0;
        while (true) {
            var head = head(in);
            var disposition = head.getOrDefault("content-disposition", "");
            var name = NAME.matcher(disposition);
            if (!name.matches()) {
                throw malformed();
            }
            var part = new PartStream(in, delimiter);
            if (name.group(1).equals("file")) {
                var file = FILE_NAME.matcher(disposition);
                return new FormUpload(fields, file.matches() ? file.group(1) : "", part);
            }
            var value = part.readNBytes(MOST_FIELD_BYTES + 1);
            size += value.length;
            if (size > MOST_FIELD_BYTES) {
                throw new AwsException(
                        400,
                        "MaxPostPreDataLengthExceeded",
                        "Your POST request fields preceding the upload file were too large.");
            }
            fields.put(
                    name.group(1).toLowerCase(Locale.ROOT),
                    new String(value, StandardCharsets.UTF_8));
            // Behind the boundary: the end of the line, or of the form.
            if (!line(in).isEmpty()) {
                throw new AwsException(
                        400,
                        "InvalidArgument",
                        "POST requires exactly one file upload per request.",
                        Map.of("ArgumentName", "file", "ArgumentValue", "0"));
            }
        }
    }

    private static Map<String, String> head(InputStream in) throws IOException {
        var head = new LinkedHashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw malformed();
            }
            head.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return head;
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() > MOST_LINE) {
                throw malformed();
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static AwsException malformed() {
        return new AwsException(
                400,
                "MalformedPOSTRequest",
                "The body of your POST request is not well-formed multipart/form-data.");
    }

    /// The bytes up to the next boundary.
    private static final class PartStream extends InputStream {

        private final BufferedInputStream in;
        private final byte[] delimiter;
        private boolean isAtEnd;

        PartStream(BufferedInputStream in, byte[] delimiter) {
            this.in = in;
            this.delimiter = delimiter;
        }

        @Override
        public int read() throws IOException {
            if (isAtEnd) {
                return -1;
            }
            int next = in.read();
            if (next < 0) {
                throw malformed();
            }
            if (next != '\r') {
                return next;
            }
            in.mark(delimiter.length);
            var ahead = in.readNBytes(delimiter.length - 1);
            if (Arrays.equals(ahead, 0, ahead.length, delimiter, 1, delimiter.length)) {
                isAtEnd = true;
                return -1;
            }
            in.reset();
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int next = read();
                if (next < 0) {
                    return count == 0 && length > 0 ? -1 : count;
                }
                bytes[offset + count++] = (byte) next;
            }
            return count;
        }
    }
}
