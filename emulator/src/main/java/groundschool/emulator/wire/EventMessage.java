package groundschool.emulator.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import java.util.zip.CRC32;

/// One message of a stream of events.
///
/// Source: [Event stream encoding](https://smithy.io/2.0/aws/amazon-eventstream.html)
public final class EventMessage {

    /// Of an answer that is made of such messages.
    public static final String CONTENT_TYPE = "application/vnd.amazon.eventstream";

    private static final int FRAME_BYTES = 16;
    private static final byte TEXT = 7;

    private EventMessage() {}

    /// An event.
    ///
    /// @param type the member of the union that it is
    /// @param contentType of the payload
    public static byte[] event(String type, String contentType, byte[] payload) {
        SequencedMap<String, String> headers = new java.util.LinkedHashMap<>();
        headers.put(":event-type", type);
        headers.put(":content-type", contentType);
        headers.put(":message-type", "event");
        return encode(headers, payload);
    }

    /// A failure, with which a stream ends.
    ///
    /// @param type the member of the union that it is
    public static byte[] exception(String type, String contentType, byte[] payload) {
        SequencedMap<String, String> headers = new java.util.LinkedHashMap<>();
        headers.put(":exception-type", type);
        headers.put(":content-type", contentType);
        headers.put(":message-type", "exception");
        return encode(headers, payload);
    }

    private static byte[] encode(SequencedMap<String, String> headers, byte[] payload) {
        var head = headers(headers);
        var message = ByteBuffer.allocate(FRAME_BYTES + head.length + payload.length);
        message.putInt(message.capacity()).putInt(head.length);
        message.putInt(checksum(message)).put(head).put(payload);
        message.putInt(checksum(message));
        return message.array();
    }

    private static byte[] headers(Map<String, String> headers) {
        var bytes = ByteBuffer.allocate(64 * headers.size() + 1024);
        headers.forEach((name, value) -> {
            var text = value.getBytes(StandardCharsets.UTF_8);
            var key = name.getBytes(StandardCharsets.UTF_8);
            bytes.put((byte) key.length).put(key);
            bytes.put(TEXT).putShort((short) text.length).put(text);
        });
        var written = new byte[bytes.position()];
        bytes.flip().get(written);
        return written;
    }

    /// Of all that has been written.
    private static int checksum(ByteBuffer written) {
        var crc = new CRC32();
        crc.update(written.array(), 0, written.position());
        return (int) crc.getValue();
    }
}
