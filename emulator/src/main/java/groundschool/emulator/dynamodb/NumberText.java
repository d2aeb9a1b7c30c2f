package groundschool.emulator.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers as text: an optional sign, digits with an optional point, and an optional exponent.
final class NumberText {

    private static final int MINIMUM_EXPONENT = -130;
    private static final int MAXIMUM_EXPONENT = 125;
    private static final int FAR_OUT = 1_000_000;

    private final String text;
    private final Digits digits = new Digits();
    private int at;
    private int digitsBefore;
    private boolean any;

    private NumberText(String text) {
        this.text = text;
    }

    static DynamoNumber parse(String text) {
        return new NumberText(text).parse();
    }

    private DynamoNumber parse() {
        boolean negative = sign();
        boolean point = false;
        boolean significant = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                any = true;
                significant |= c != '0';
                if (significant) {
                    digits.append(c - '0');
                }
                if (significant != point) {
                    digitsBefore += significant ? 1 : -1;
                }
            } else {
                break;
            }
        }
        int exponent = exponent();
        if (!any || at < text.length()) {
            throw DynamoDbErrors.notNumeric(text);
        }
        digits.placePoint(digitsBefore + exponent);
        digits.trim();
        check();
        return DynamoNumber.of(digits, negative);
    }

    private void check() {
        if (digits.count() == 0) {
            return;
        }
        int exponent = digits.exponent() - 1;
        if (exponent > MAXIMUM_EXPONENT) {
            throw DynamoDbErrors.numberOverflow();
        }
        if (exponent < MINIMUM_EXPONENT) {
            throw DynamoDbErrors.numberUnderflow();
        }
        if (digits.count() > DynamoNumber.MAXIMUM_DIGITS || digits.isOverfull()) {
            throw DynamoDbErrors.tooManyDigits();
        }
    }

    private boolean sign() {
        if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            return text.charAt(at++) == '-';
        }
        return false;
    }

    private int exponent() {
        if (!any || at >= text.length() || (text.charAt(at) | 0x20) != 'e') {
            return 0;
        }
        at++;
        boolean negative = sign();
        int exponent = 0;
        any = false;
        for (; at < text.length() && Character.digit(text.charAt(at), 10) >= 0; at++) {
            any = true;
            exponent = Math.min(FAR_OUT, 10 * exponent + Character.digit(text.charAt(at), 10));
        }
        return negative ? -exponent : exponent;
    }

    static String print(DynamoNumber number) {
        var digits = number.digits();
        if (digits.count() == 0) {
            return "0";
        }
        int zeros = Math.max(0, -digits.exponent());
        boolean isBelowOne = digits.exponent() <= 0;
        int length = Math.max(digits.count(), digits.exponent());
        var text = new byte[3 + zeros + length];
        int end = 0;
        if (number.isNegative()) {
            text[end++] = '-';
        }
        if (isBelowOne) {
            text[end++] = '0';
            text[end++] = '.';
            Arrays.fill(text, end, end + zeros, (byte) '0');
            end += zeros;
        }
        for (int i = 0; i < length; i++) {
            if (i > 0 && i == digits.exponent()) {
                text[end++] = '.';
            }
            text[end++] = (byte) ('0' + digits.at(i));
        }
        return new String(text, 0, end, StandardCharsets.ISO_8859_1);
    }
}
