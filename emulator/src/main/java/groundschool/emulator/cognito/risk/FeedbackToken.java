package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What lets whoever got a notice say, without signing in, whether it was they. It is for one
/// event, for a week.
final class FeedbackToken {

    private static final String KIND = "cognito-feedback";
    private static final Duration LASTS = Duration.ofDays(7);
    private static final String BETWEEN = "\n";

    private FeedbackToken() {}

    static String make(AuthEvent event, Pool pool, UserPools pools) {
        var until = Long.toString(event.at().plus(LASTS).toEpochMilli());
        var sealed = pools.seals().seal(String.join(BETWEEN, KIND, pool.id(), event.id(), until));
        // As the model has such tokens: letters, digits and few signs.
        return sealed.replace('+', '-').replace('/', '_');
    }

    /// Whether a token is for that event of a pool, and not too old.
    static boolean isFor(String token, String event, Pool pool, UserPools pools, Instant now) {
        return opened(token, pools)
                .map(text -> text.split(BETWEEN, -1))
                .filter(parts -> parts.length == 4)
                .filter(parts -> parts[0].equals(KIND))
                .filter(parts -> parts[1].equals(pool.id()) && parts[2].equals(event))
                .filter(parts -> now.isBefore(Instant.ofEpochMilli(Long.parseLong(parts[3]))))
                .isPresent();
    }

    private static Optional<String> opened(String token, UserPools pools) {
        return pools.seals().open(token.replace('-', '+').replace('_', '/'));
    }
}
