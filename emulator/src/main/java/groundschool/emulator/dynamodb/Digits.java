package groundschool.emulator.dynamodb;

/// The decimal digits of a number that is being read or printed: `0.d₁d₂d₃… × 10^exponent`. Those
/// beyond the last kept read as zero.
final class Digits {

    // Twice what a number may have, so that pairs of base-100 digits always fit.
    private static final int CAPACITY = 2 * DynamoNumber.MAXIMUM_DIGITS;

    private final byte[] digits = new byte[CAPACITY];
    private int count;
    private int start;
    private int exponent;
    private boolean overfull;

    /// Adds a digit on the right. Digits that no longer fit are dropped, but remembered by
    /// `isOverfull` unless they are zeros.
    void append(int digit) {
        if (count < CAPACITY) {
            digits[count++] = (byte) digit;
        } else if (digit != 0) {
            overfull = true;
        }
    }

    /// Adds all digits of a number that is not negative, and puts the point behind them.
    void appendAll(long value) {
        int length = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            length++;
        }
        for (int i = length - 1; i >= 0; i--) {
            digits[i] = (byte) (value % 10);
            value /= 10;
        }
        count = length;
        exponent = length;
    }

    /// Says how many of the digits stand before the point.
    void placePoint(int digitsBefore) {
        exponent = digitsBefore;
    }

    /// Removes zeros on both sides.
    void trim() {
        while (start < count && digits[start] == 0) {
            start++;
            exponent--;
        }
        while (count > start && digits[count - 1] == 0) {
            count--;
        }
    }

    int count() {
        return count - start;
    }

    int exponent() {
        return exponent;
    }

    boolean isOverfull() {
        return overfull;
    }

    int at(int index) {
        return index < 0 || start + index >= count ? 0 : digits[start + index];
    }
}
