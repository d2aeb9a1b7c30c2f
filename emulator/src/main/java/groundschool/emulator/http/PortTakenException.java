package groundschool.emulator.http;

import java.io.IOException;

/// Another program listens on the port already.
public final class PortTakenException extends IOException {

    private static final long serialVersionUID = 1;

    public PortTakenException(String host, int port) {
        super("Port %d of %s is taken by another program.".formatted(port, host));
    }
}
