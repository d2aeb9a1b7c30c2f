package groundschool.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A form as browsers send it when it has a file.
///
/// Source: [RFC 7578](https://www.rfc-editor.org/rfc/rfc7578)
public final class MultipartForm {

    private static final String BOUNDARY = "----groundschool7d1f4c0b9a6e";

    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    /// Adds a field.
    public void field(String name, String value) {
        part("name=\"%s\"".formatted(quoted(name)), "", value.getBytes(StandardCharsets.UTF_8));
    }

    /// Adds a file.
    ///
    /// @param fileName as the form's sender calls it
    public void file(String name, String fileName, byte[] bytes) {
        part(
                "name=\"%s\"; filename=\"%s\"".formatted(quoted(name), quoted(fileName)),
                "Content-Type: application/octet-stream\r\n",
                bytes);
    }

    /// The header `Content-Type` of what [#bytes()] gives.
    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    /// What has been added so far.
    public byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(parts.toByteArray());
        all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    private void part(String disposition, String headers, byte[] bytes) {
        var head =
                "--%s\r\nContent-Disposition: form-data; %s\r\n%s\r\n"
                        .formatted(BOUNDARY, disposition, headers);
        parts.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        parts.writeBytes(bytes);
        parts.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
