package groundschool.emulator.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what a `RecordBuffer` has put together, in the same order.
final class RecordReader {

    private final byte[] record;
    private int position;

    RecordReader(byte[] record) {
        this.record = record;
    }

    boolean hasMore() {
        return position < record.length;
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = record[position++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    byte[] bytes() {
        int length = (int) number();
        position += length;
        return Arrays.copyOfRange(record, position - length, position);
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
