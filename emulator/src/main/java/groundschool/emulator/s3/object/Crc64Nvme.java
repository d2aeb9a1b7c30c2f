package groundschool.emulator.s3.object;

import java.util.zip.Checksum;

/// The CRC of NVM Express, eight bytes at a time.
///
/// Source: [NVM Express, NVM Command Set Specification](https://nvmexpress.org/specifications/),
/// 64b CRC; the check value of `123456789` is `ae8b14860a799888`
final class Crc64Nvme implements Checksum {

    /// Reflected.
    static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L;

    private static final long[][] TABLES = tables();

    private long state = -1;

    private static long[][] tables() {
        var tables = new long[8][256];
        for (int i = 0; i < 256; i++) {
            long crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
            }
            tables[0][i] = crc;
        }
        for (int i = 0; i < 256; i++) {
            for (int table = 1; table < 8; table++) {
                long before = tables[table - 1][i];
                tables[table][i] = (before >>> 8) ^ tables[0][(int) (before & 0xff)];
            }
        }
        return tables;
    }

    @Override
    public void update(int oneByte) {
        state = (state >>> 8) ^ TABLES[0][(int) ((state ^ oneByte) & 0xff)];
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        long crc = state;
        while (end - at >= 8) {
            long word = crc;
            for (int i = 0; i < 8; i++) {
                word ^= (bytes[at + i] & 0xffL) << (8 * i);
            }
            crc =
                    TABLES[7][(int) (word & 0xff)]
                            ^ TABLES[6][(int) (word >>> 8 & 0xff)]
                            ^ TABLES[5][(int) (word >>> 16 & 0xff)]
                            ^ TABLES[4][(int) (word >>> 24 & 0xff)]
                            ^ TABLES[3][(int) (word >>> 32 & 0xff)]
                            ^ TABLES[2][(int) (word >>> 40 & 0xff)]
                            ^ TABLES[1][(int) (word >>> 48 & 0xff)]
                            ^ TABLES[0][(int) (word >>> 56)];
            at += 8;
        }
        state = crc;
        while (at < end) {
            update(bytes[at++]);
        }
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
