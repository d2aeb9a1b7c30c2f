package groundschool.emulator.dynamodb;

import java.math.BigDecimal;
import java.util.Arrays;

/// An exact decimal number of up to 38 significant digits: zero, or of a magnitude from 1E-130 to
/// 9.99…E+125.
///
/// It is held as the bytes that DynamoDB sorts and measures it by, so that comparing, sizing and
/// using it as a key cost nothing: one byte for the sign and the exponent to the base 100, then one
/// byte for each digit to the base 100; for a negative number all of them are complemented, and a
/// byte above all digits ends it.
///
/// Source:
/// [Number](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number)
public final class DynamoNumber implements Comparable<DynamoNumber> {

    static final int MAXIMUM_DIGITS = 38;

    private static final int ZERO_BYTE = 0x80;
    private static final int EXPONENT_BIAS = 64;
    private static final byte NEGATIVE_END = 102;

    /// The most digits to the base 100 that any `long` has room for.
    private static final int LONG_PAIRS = 9;

    private static final DynamoNumber ZERO = new DynamoNumber(new byte[] {(byte) ZERO_BYTE});

    private final byte[] ordered;

    private DynamoNumber(byte[] ordered) {
        this.ordered = ordered;
    }

    public static DynamoNumber of(long value) {
        if (value == Long.MIN_VALUE) {
            return parse(Long.toString(value));
        }
        var digits = new Digits();
        digits.appendAll(Math.abs(value));
        return of(digits, value < 0);
    }

    /// @throws groundschool.emulator.AwsException in DynamoDB's words, if the text is no number or
    ///   one out of range
    public static DynamoNumber parse(String text) {
        return NumberText.parse(text);
    }

    /// @throws groundschool.emulator.AwsException if the value has too many digits or is out of
    ///   range
    public static DynamoNumber of(BigDecimal value) {
        return NumberText.parse(value.toString());
    }

    /// A number that `toBytes` wrote.
    static DynamoNumber fromBytes(byte[] ordered) {
        return new DynamoNumber(ordered);
    }

    static DynamoNumber of(Digits digits, boolean negative) {
        digits.trim();
        if (digits.count() == 0) {
            return ZERO;
        }
        // The exponent to the base 100 needs an even number of digits before the point.
        int lead = Math.floorMod(digits.exponent(), 2);
        int pairs = (digits.count() + lead + 1) / 2;
        var bytes = new byte[1 + pairs + (negative ? 1 : 0)];
        int first = ZERO_BYTE + EXPONENT_BIAS + (digits.exponent() + lead) / 2;
        bytes[0] = (byte) (negative ? ~first : first);
        for (int pair = 0; pair < pairs; pair++) {
            int high = 2 * pair - lead;
            int digit = 10 * digits.at(high) + digits.at(high + 1);
            bytes[1 + pair] = (byte) (negative ? 101 - digit : 1 + digit);
        }
        if (negative) {
            bytes[1 + pairs] = NEGATIVE_END;
        }
        return new DynamoNumber(bytes);
    }

    public boolean isNegative() {
        return (ordered[0] & 0xFF) < ZERO_BYTE;
    }

    public boolean isZero() {
        return ordered.length == 1;
    }

    /// One byte, one more for each two digits, and one more if it is negative.
    public int sizeBytes() {
        return ordered.length;
    }

    /// The bytes whose unsigned order is the order of the numbers; not to be changed.
    byte[] toBytes() {
        return ordered;
    }

    /// @throws groundschool.emulator.AwsException if the sum has too many digits or is out of range
    public DynamoNumber plus(DynamoNumber other) {
        if (isSmallInteger() && other.isSmallInteger()) {
            return of(toLong() + other.toLong());
        }
        return of(toBigDecimal().add(other.toBigDecimal()));
    }

    /// @throws groundschool.emulator.AwsException if the difference has too many digits or is out
    ///   of range
    public DynamoNumber minus(DynamoNumber other) {
        if (isSmallInteger() && other.isSmallInteger()) {
            return of(toLong() - other.toLong());
        }
        return of(toBigDecimal().subtract(other.toBigDecimal()));
    }

    public BigDecimal toBigDecimal() {
        return new BigDecimal(toString());
    }

    Digits digits() {
        var digits = new Digits();
        if (isZero()) {
            return digits;
        }
        boolean negative = isNegative();
        int pairs = ordered.length - (negative ? 2 : 1);
        for (int pair = 1; pair <= pairs; pair++) {
            int digit = negative ? 101 - ordered[pair] : ordered[pair] - 1;
            digits.append(digit / 10);
            digits.append(digit % 10);
        }
        digits.placePoint(2 * exponent());
        digits.trim();
        return digits;
    }

    /// Whether it is a whole number whose digits fit into a `long`.
    private boolean isSmallInteger() {
        int pairs = ordered.length - (isNegative() ? 2 : 1);
        return pairs <= exponent() && exponent() <= LONG_PAIRS || isZero();
    }

    /// How many of the digits to the base 100 are before the point; those that are not there are
    /// zeros.
    private int exponent() {
        int first = (isNegative() ? ~ordered[0] : ordered[0]) & 0xFF;
        return first - ZERO_BYTE - EXPONENT_BIAS;
    }

    private long toLong() {
        boolean negative = isNegative();
        int pairs = ordered.length - (negative ? 2 : 1);
        long value = 0;
        for (int pair = 1; pair <= exponent() && !isZero(); pair++) {
            int digit = pair > pairs ? 0 : negative ? 101 - ordered[pair] : ordered[pair] - 1;
            value = 100 * value + digit;
        }
        return negative ? -value : value;
    }

    @Override
    public int compareTo(DynamoNumber other) {
        return Arrays.compareUnsigned(ordered, other.ordered);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DynamoNumber number && Arrays.equals(ordered, number.ordered);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ordered);
    }

    /// As the service prints it: without exponent and without needless zeros.
    @Override
    public String toString() {
        return isSmallInteger() ? Long.toString(toLong()) : NumberText.print(this);
    }
}
