package groundschool.emulator.cognito;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The ids of app clients: 26 letters and digits, as AWS has them, in which this emulator finds the
/// sandbox that they belong to. Nobody who does not know the sandbox learns it from them by
/// looking, and knowing it opens nothing.
public final class ClientId {

    private static final int LENGTH = 26;
    private static final Pattern FORM = Pattern.compile("[0-9a-z]{26}");
    private static final int SALT_BITS = 48;
    private static final int SANDBOX_BITS = 80;
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// So that ids have the full length: the largest power of two below 36^26 is 2^134.
    private static final BigInteger TOP = BigInteger.ONE.shiftLeft(133);

    private ClientId() {}

    static String of(String sandbox, SecureRandom random) {
        var salt = new BigInteger(SALT_BITS, random);
        var hidden = number(sandbox).xor(mask(salt));
        var all = TOP.or(salt.shiftLeft(SANDBOX_BITS)).or(hidden);
        return "0".repeat(Math.max(0, LENGTH - all.toString(36).length())) + all.toString(36);
    }

    /// The sandbox that an id leads to, if there is such a one; nothing if it is no id of ours.
    static Optional<String> sandbox(String id) {
        if (!FORM.matcher(id).matches()) {
            return Optional.empty();
        }
        var all = new BigInteger(id, 36);
        var salt = all.shiftRight(SANDBOX_BITS).mod(BigInteger.ONE.shiftLeft(SALT_BITS));
        var hidden = all.mod(BigInteger.ONE.shiftLeft(SANDBOX_BITS));
        return Optional.of(text(hidden.xor(mask(salt))));
    }

    private static BigInteger number(String sandbox) {
        var number = BigInteger.ZERO;
        for (int i = 0; i < sandbox.length(); i++) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(sandbox.charAt(i))));
        }
        return number;
    }

    private static String text(BigInteger number) {
        var text = new StringBuilder();
        for (int shift = SANDBOX_BITS - 5; shift >= 0; shift -= 5) {
            text.append(BASE32.charAt(number.shiftRight(shift).intValue() & 31));
        }
        return text.toString();
    }

    private static BigInteger mask(BigInteger salt) {
        var hash = Hashes.sha256(salt.toByteArray());
        return new BigInteger(1, Arrays.copyOf(hash, SANDBOX_BITS / 8));
    }
}
