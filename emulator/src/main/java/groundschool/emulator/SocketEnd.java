package groundschool.emulator;

/// Our end of a WebSocket. The port says here what the client does; none of this may wait.
public interface SocketEnd {

    /// The handshake is done.
    ///
    /// @param line by which the client is spoken to
    void opened(SocketLine line);

    /// The client sent a text, whole.
    void text(String message);

    /// The client said that it is still there.
    void pinged();

    /// It is over, whoever ended it. Said once, and only of one that was opened.
    ///
    /// @param code of RFC 6455, such as 1000
    void closed(int code, String reason);
}
