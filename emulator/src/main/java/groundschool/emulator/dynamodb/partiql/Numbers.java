package groundschool.emulator.dynamodb.partiql;

/// What a number in a statement may look like before anybody asks whether an attribute can hold it.
final class Numbers {

    private static final int LONGEST_EXPONENT = 11;

    private Numbers() {}

    /// Whether exponent and scale fit into 32 bits, which the service's parser needs.
    ///
    /// @param number digits, perhaps with a point, perhaps with an exponent
    static boolean isReadable(String number) {
        int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (mark < 0) {
            return true;
        }
        var written = number.substring(mark + 1);
        if (written.length() > LONGEST_EXPONENT) {
            return false;
        }
        long exponent = Long.parseLong(written.startsWith("+") ? written.substring(1) : written);
        int point = number.indexOf('.');
        long fraction = point < 0 ? 0 : mark - point - 1;
        return isInt(exponent) && isInt(fraction - exponent);
    }

    private static boolean isInt(long value) {
        return value == (int) value;
    }
}
