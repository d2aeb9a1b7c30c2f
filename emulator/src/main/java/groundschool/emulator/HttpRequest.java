package groundschool.emulator;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// One HTTP request as it reaches the emulator, from a socket or from a client in the same process.
///
/// @param method in capitals
/// @param path as sent, percent-encoded, beginning with `/`
/// @param query as sent, without the `?`; empty if there is none
/// @param body read once; its end is the end of the request
/// @param source the address that it comes from
public record HttpRequest(
        String method,
        String path,
        String query,
        Headers headers,
        InputStream body,
        String source) {

    /// Where requests come from that were not sent over a network.
    public static final String THIS_MACHINE = "127.0.0.1";

    /// A request of a client on this machine.
    public HttpRequest(
            String method, String path, String query, Headers headers, InputStream body) {
        this(method, path, query, headers, body, THIS_MACHINE);
    }

    /// A request whose body is at hand.
    public static HttpRequest of(
            String method, String path, String query, Headers headers, byte[] body) {
        return new HttpRequest(method, path, query, headers, new ByteArrayInputStream(body));
    }
}
