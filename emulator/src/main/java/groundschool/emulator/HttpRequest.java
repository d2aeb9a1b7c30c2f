package groundschool.emulator;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// One HTTP request as it reaches the emulator, from a socket or from a client in the same process.
///
/// @param method in capitals
/// @param path as sent, percent-encoded, beginning with `/`
/// @param query as sent, without the `?`; empty if there is none
/// @param body read once; its end is the end of the request
public record HttpRequest(
        String method, String path, String query, Headers headers, InputStream body) {

    /// A request whose body is at hand.
    public static HttpRequest of(
            String method, String path, String query, Headers headers, byte[] body) {
        return new HttpRequest(method, path, query, headers, new ByteArrayInputStream(body));
    }
}
