package groundschool.emulator;

/// The way to the client at the other end of a WebSocket.
public interface SocketLine {

    /// Sends one message, and waits until it is on its way: a text if it is one, or else bytes.
    ///
    /// @return whether it went out; otherwise the connection is over, or about to be
    boolean send(byte[] message);

    /// Ends the connection.
    ///
    /// @param code of RFC 6455, such as 1000
    void close(int code, String reason);
}
