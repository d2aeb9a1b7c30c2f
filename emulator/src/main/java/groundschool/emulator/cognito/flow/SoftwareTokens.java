package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.iam.mfa.Base32;
import groundschool.emulator.iam.mfa.Totp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;

/// Codes of authenticator applications, a step of 30 seconds early or late.
public final class SoftwareTokens {

    private static final int STEP_SECONDS = 30;
    private static final int TOLERANCE = 1;
    private static final int SEED_LETTERS = 52;

    private SoftwareTokens() {}

    /// A fresh seed, in Base32.
    public static String seed(SecureRandom random) {
        return Base32.random(SEED_LETTERS, random);
    }

    /// The 30 seconds that a code is of; nothing if it is of none near.
    public static Optional<Long> step(String seed, String code, Instant now) {
        for (int away = -TOLERANCE; away <= TOLERANCE; away++) {
            var time = now.plusSeconds((long) away * STEP_SECONDS);
            if (Hashes.same(Totp.code(seed, time), code)) {
                return Optional.of(Math.floorDiv(time.getEpochSecond(), (long) STEP_SECONDS));
            }
        }
        return Optional.empty();
    }
}
