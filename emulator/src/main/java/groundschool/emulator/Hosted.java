package groundschool.emulator;

import groundschool.emulator.wire.VirtualHost;

/// A request to a name of its own, or to the path that stands for one.
///
/// @param host the name
/// @param request as it would be at that name: its path is the one there
/// @param sentPath the path as it was sent, which is what was signed
public record Hosted(VirtualHost host, HttpRequest request, String sentPath) {

    /// Whether it came by a path, on the host that all share.
    public boolean byPath() {
        return !request.path().equals(sentPath);
    }

    /// The request as it was sent, for whoever verifies its signature. It has the same body, which
    /// is read once.
    public HttpRequest sent() {
        return request.at(sentPath);
    }
}
