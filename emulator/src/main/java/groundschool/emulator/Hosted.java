package groundschool.emulator;

import groundschool.emulator.wire.VirtualHost;

/// A request to a name of its own, or to the path that stands for one.
///
/// @param host the name
/// @param request as it would be at that name: its path is the one there
/// @param byPath whether it came by a path, on the host that all share
public record Hosted(VirtualHost host, HttpRequest request, boolean byPath) {

    /// The path as it was sent, which is what clients sign.
    public String sentPath() {
        if (!byPath) {
            return request.path();
        }
        return host.region().isPresent()
                ? host.path() + request.path()
                : StagePath.sent(host.name(), request.path());
    }
}
