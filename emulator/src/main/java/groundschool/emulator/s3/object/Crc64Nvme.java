package groundschool.emulator.s3.object;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.Checksum;

/// The CRC of NVM Express, sixteen bytes at a time.
///
/// Source: [NVM Express, NVM Command Set Specification](https://nvmexpress.org/specifications/),
/// 64b CRC; the check value of `123456789` is `ae8b14860a799888`
final class Crc64Nvme implements Checksum {

    /// Reflected.
    static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L;

    private static final int STEP = 16;

    /// What a byte comes to with so many bytes behind it: 256 values for none, then 256 for one,
    /// and so on. One array, since a look into an array of arrays takes twice as long.
    private static final long[] TABLES = tables();

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long state = -1;

    private static long[] tables() {
        var tables = new long[STEP * 256];
        for (int i = 0; i < 256; i++) {
            long crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
            }
            tables[i] = crc;
        }
        for (int i = 256; i < tables.length; i++) {
            long before = tables[i - 256];
            tables[i] = (before >>> 8) ^ tables[(int) (before & 0xff)];
        }
        return tables;
    }

    @Override
    public void update(int oneByte) {
        state = (state >>> 8) ^ TABLES[(int) ((state ^ oneByte) & 0xff)];
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        long crc = state;
        for (; end - at >= STEP; at += STEP) {
            long first = crc ^ (long) WORDS.get(bytes, at);
            long second = (long) WORDS.get(bytes, at + 8);
            crc = ahead(first, 15) ^ ahead(second, 7);
        }
        state = crc;
        while (at < end) {
            update(bytes[at++]);
        }
    }

    /// What eight bytes come to, of which the first has so many behind it.
    private static long ahead(long word, int behind) {
        int table = behind * 256;
        return TABLES[table + (int) (word & 0xff)]
                ^ TABLES[table - 256 + (int) (word >>> 8 & 0xff)]
                ^ TABLES[table - 512 + (int) (word >>> 16 & 0xff)]
                ^ TABLES[table - 768 + (int) (word >>> 24 & 0xff)]
                ^ TABLES[table - 1024 + (int) (word >>> 32 & 0xff)]
                ^ TABLES[table - 1280 + (int) (word >>> 40 & 0xff)]
                ^ TABLES[table - 1536 + (int) (word >>> 48 & 0xff)]
                ^ TABLES[table - 1792 + (int) (word >>> 56)];
    }

    @Override
    public long getValue() {
        return ~state;
    }

    @Override
    public void reset() {
        state = -1;
    }
}
