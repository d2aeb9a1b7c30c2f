package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How often somebody tried what can be tried only so often.
///
/// Source: [Quotas](https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html);
/// [Lockout behavior for failed sign-in
/// attempts](https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html)
public final class Attempts {

    private static final String BETWEEN = "\n";
    private static final Duration HOUR = Duration.ofHours(1);

    /// How many passwords may be wrong before there is a wait.
    private static final int FREE = 5;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /// Names that nobody has are counted too: the old ones make room.
    private static final int MOST_NAMES = 10_000;

    /// How many make room at once.
    private static final int ROOM = 100;

    private final Pool pool;
    private final StoredMap<Tried> map;

    public Attempts(Pool pool, Storage storage) {
        this.pool = pool;
        this.map = storage.map("cognito-idp/attempts/" + pool.id(), new JsonFormat<>(Tried.class));
    }

    /// @param times of those that still count
    /// @param failures in a row
    /// @param lockedUntil nothing is looked at before
    record Tried(List<Instant> times, int failures, Optional<Instant> lockedUntil) {
        static final Tried NOTHING = new Tried(List.of(), 0, Optional.empty());

        Tried {
            times = List.copyOf(times);
        }

        Instant last() {
            return times.isEmpty() ? Instant.EPOCH : times.getLast();
        }
    }

    /// What can be tried so often an hour.
    public enum Kind {
        CONFIRM_SIGN_UP(15),
        RESEND_CODE(5),
        FORGOT_PASSWORD(10),
        CONFIRM_PASSWORD(10),
        CHANGE_PASSWORD(5),
        ASK_ATTRIBUTE_CODE(5),
        VERIFY_ATTRIBUTE(15),
        SECOND_FACTOR(15);

        private final int perHour;

        Kind(int perHour) {
            this.perHour = perHour;
        }
    }

    /// Counts a try, in a transition that stays whatever comes of it.
    ///
    /// @throws groundschool.emulator.AwsException if there were too many
    public void count(Kind kind, String username, Instant now) {
        var key = key(kind.name(), username);
        var recent =
                tried(key).times().stream().filter(time -> time.isAfter(now.minus(HOUR))).toList();
        if (recent.size() >= kind.perHour) {
            throw CognitoErrors.limitExceeded();
        }
        var times = new ArrayList<>(recent);
        times.add(now);
        put(key, new Tried(times, 0, Optional.empty()), now);
    }

    private void put(Key key, Tried tried, Instant now) {
        if (map.size() >= MOST_NAMES) {
            map.ascending()
                    .filter(each ->
                            each.getValue().times().stream()
                                    .allMatch(time -> time.isBefore(now.minus(HOUR))))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(map::remove);
        }
        if (map.size() >= MOST_NAMES && map.get(key).isEmpty()) {
            makeRoom();
        }
        map.put(key, tried);
    }

    /// Forgets those that have not tried for the longest time: whoever has just guessed is not
    /// forgotten because a crowd of names comes.
    private void makeRoom() {
        map.ascending()
                .sorted(Comparator.comparing(each -> each.getValue().last()))
                .limit(ROOM)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(map::remove);
    }

    /// What was tried has succeeded.
    public void forget(Kind kind, String username) {
        map.remove(key(kind.name(), username));
    }

    /// @throws groundschool.emulator.AwsException if too many passwords were wrong just now
    public void checkPasswordAllowed(String username, Instant now) {
        if (tried(passwords(username)).lockedUntil().filter(now::isBefore).isPresent()) {
            throw CognitoErrors.attemptsExceeded();
        }
    }

    /// A password was wrong: after the fifth the next is looked at a second later, and each more
    /// doubles that.
    public void passwordFailed(String username, Instant now) {
        var before = tried(passwords(username));
        var isOld =
                before.times().stream().allMatch(time -> time.isBefore(now.minus(LONGEST_WAIT)));
        int failures = isOld ? 1 : before.failures() + 1;
        var wait =
                failures < FREE
                        ? Optional.<Instant>empty()
                        : Optional.of(now.plus(waiting(failures - FREE)));
        put(passwords(username), new Tried(List.of(now), failures, wait), now);
    }

    private static Duration waiting(int doublings) {
        var wait = Duration.ofSeconds(1L << Math.min(doublings, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /// A password was right.
    public void passwordRight(String username) {
        if (map.get(passwords(username)).isPresent()) {
            map.remove(passwords(username));
        }
    }

    private Tried tried(Key key) {
        return map.get(key).orElse(Tried.NOTHING);
    }

    private Key passwords(String username) {
        return key("PASSWORD", username);
    }

    private Key key(String kind, String username) {
        return Key.of(kind + BETWEEN + pool.folded(username));
    }
}
