package groundschool.emulator.logs;

import groundschool.emulator.sandbox.Format;
import groundschool.emulator.sandbox.Key;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/// One event, and where it lies.
///
/// @param at its place among all of the sandbox
/// @param ingestedAt when it arrived
public record LogEvent(Position at, long ingestedAt, String message) {

    /// The time that its writer gave it.
    public long timestamp() {
        return at.timestamp();
    }

    /// Where an event lies: by time, then by stream, then in the order of writing. Also a place
    /// between events, where a page ended.
    ///
    /// @param stream the stream's id
    /// @param number counts the events of its stream from 0
    public record Position(long timestamp, long stream, long number)
            implements Comparable<Position> {

        private static final int NUMBER_BITS = 64;
        private static final int TIME_SHIFT = 144;
        private static final Comparator<Position> ORDER =
                Comparator.comparingLong(Position::timestamp)
                        .thenComparingLong(Position::stream)
                        .thenComparingLong(Position::number);

        /// The 56 digits by which AWS names an event, which begin with its time.
        public String id() {
            var id =
                    BigInteger.valueOf(timestamp)
                            .shiftLeft(TIME_SHIFT)
                            .or(BigInteger.valueOf(stream).shiftLeft(NUMBER_BITS))
                            .or(BigInteger.valueOf(number));
            return "%056d".formatted(id);
        }

        /// The position that those digits name.
        ///
        /// @throws ArithmeticException if they name none
        public static Position ofId(String digits) {
            var id = new BigInteger(digits);
            var low = BigInteger.ONE.shiftLeft(NUMBER_BITS).subtract(BigInteger.ONE);
            var middle =
                    BigInteger.ONE.shiftLeft(TIME_SHIFT - NUMBER_BITS).subtract(BigInteger.ONE);
            return new Position(
                    id.shiftRight(TIME_SHIFT).longValueExact(),
                    id.shiftRight(NUMBER_BITS).and(middle).longValueExact(),
                    id.and(low).longValueExact());
        }

        /// The first place after this event.
        public Position next() {
            return new Position(timestamp, stream, number + 1);
        }

        /// The key of an event of its stream: sorts by time, then by number.
        Key key() {
            return Key.of(
                    ByteBuffer.allocate(2 * Long.BYTES).putLong(timestamp).putLong(number).array());
        }

        static Position of(Key key, long stream) {
            var bytes = ByteBuffer.wrap(key.bytes());
            return new Position(bytes.getLong(), stream, bytes.getLong());
        }

        /// From where on events of a stream lie at or after this place.
        Position in(long otherStream) {
            if (otherStream == stream) {
                return this;
            }
            return otherStream > stream
                    ? new Position(timestamp, otherStream, 0)
                    : new Position(timestamp + 1, otherStream, 0);
        }

        @Override
        public int compareTo(Position other) {
            return ORDER.compare(this, other);
        }
    }

    /// What is stored under an event's key.
    record Stored(long ingestedAt, String message) {}

    /// Eight bytes of time, and the message in UTF-8.
    static final class StoredFormat implements Format<Stored> {

        @Override
        public byte[] write(Stored event) {
            var message = event.message().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(Long.BYTES + message.length)
                    .putLong(event.ingestedAt())
                    .put(message)
                    .array();
        }

        @Override
        public Stored read(byte[] bytes) {
            return new Stored(
                    ByteBuffer.wrap(bytes).getLong(),
                    new String(
                            Arrays.copyOfRange(bytes, Long.BYTES, bytes.length),
                            StandardCharsets.UTF_8));
        }
    }
}
