package groundschool.emulator.apigateway;

import java.util.random.RandomGenerator;

/// Ids as API Gateway gives them: small letters and digits, of a length that depends on the kind.
public final class Ids {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String MIXED =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// Of APIs and their root resources, API keys.
    public static final int LONG = 10;

    /// Of whatever belongs to an API.
    public static final int SHORT = 6;

    private Ids() {}

    public static String next(RandomGenerator random, int length) {
        return text(random, length, ALPHABET);
    }

    /// The value of an API key: 40 letters and digits.
    public static String keyValue(RandomGenerator random) {
        return text(random, 40, MIXED);
    }

    private static String text(RandomGenerator random, int length, String alphabet) {
        var id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return id.toString();
    }
}
