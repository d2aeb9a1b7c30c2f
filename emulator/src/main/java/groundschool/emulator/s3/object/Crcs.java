package groundschool.emulator.s3.object;

/// Puts the CRC of a whole together from those of its parts, without their bytes.
///
/// A CRC is a remainder of polynomials over GF(2): behind another part of `n` bytes, what comes
/// before is multiplied by x to the 8 n.
///
/// Source: [Mark Adler, crc32_combine](https://github.com/madler/zlib/blob/develop/crc32.c), for
/// the idea
final class Crcs {

    private static final long CRC32 = 0xedb88320L;
    private static final long CRC32C = 0x82f63b78L;

    private Crcs() {}

    /// The CRC of two parts that follow each other.
    ///
    /// @param secondLength in bytes
    static byte[] combine(
            ChecksumAlgorithm algorithm, byte[] first, byte[] second, long secondLength) {
        int width = algorithm.sizeBytes() * 8;
        long polynomial =
                switch (algorithm) {
                    case CRC32 -> CRC32;
                    case CRC32C -> CRC32C;
                    case CRC64NVME -> Crc64Nvme.POLYNOMIAL;
                    case SHA1, SHA256 ->
                            throw new IllegalArgumentException(algorithm + " does not add up");
                };
        long shift = power(secondLength, polynomial, width);
        long combined = multiply(shift, number(first), polynomial, width) ^ number(second);
        return bytes(combined, algorithm.sizeBytes());
    }

    /// x to the 8 n. Polynomials are reflected: their constant is the highest bit.
    private static long power(long bytes, long polynomial, int width) {
        long result = 1L << (width - 1);
        long square = 1L << (width - 2);
        for (int i = 0; i < 3; i++) {
            square = multiply(square, square, polynomial, width);
        }
        for (long left = bytes; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = multiply(square, result, polynomial, width);
            }
            square = multiply(square, square, polynomial, width);
        }
        return result;
    }

    private static long multiply(long one, long other, long polynomial, int width) {
        long product = 0;
        long shifted = other;
        for (int bit = width - 1; bit >= 0; bit--) {
            if ((one >>> bit & 1) == 1) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1;
        }
        return product;
    }

    private static long number(byte[] bytes) {
        long number = 0;
        for (byte each : bytes) {
            number = number << 8 | each & 0xff;
        }
        return number;
    }

    static byte[] bytes(long value, int size) {
        var bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (value >>> 8 * (size - 1 - i));
        }
        return bytes;
    }
}
