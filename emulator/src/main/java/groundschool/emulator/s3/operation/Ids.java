package groundschool.emulator.s3.operation;

import java.util.random.RandomGenerator;

/// Ids that nobody guesses.
final class Ids {

    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Ids() {}

    static String of(int length, RandomGenerator random) {
        var id = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
