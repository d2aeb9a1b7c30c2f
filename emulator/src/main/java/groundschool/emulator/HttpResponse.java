package groundschool.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// One HTTP answer of the emulator.
///
/// @param length of the body in bytes; [#STREAMED] if it is sent as it comes
/// @param body read once, then closed by whoever sends it
public record HttpResponse(int status, Headers headers, long length, InputStream body) {

    /// The length of a body whose end nobody knows yet.
    public static final long STREAMED = -1;

    /// An answer whose body is at hand.
    public static HttpResponse of(int status, Headers headers, byte[] body) {
        return new HttpResponse(status, headers, body.length, new BodyAtHand(body));
    }

    /// Reads the body to its end.
    public byte[] bytes() {
        if (body instanceof BodyAtHand whole && whole.isUnread()) {
            return whole.bytes();
        }
        try (body) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
