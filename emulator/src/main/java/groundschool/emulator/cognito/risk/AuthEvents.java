package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the people of one pool did about signing in, while threat protection watched.
public final class AuthEvents {

    /// "User event history is retained for two years".
    private static final Duration KEPT = Duration.ofDays(730);

    /// Unlike AWS, which keeps all: the oldest make room.
    private static final int MOST_PER_USER = 200;

    private static final int MOST = 20_000;

    /// How many make room at once.
    private static final int ROOM = 500;

    private static final String BETWEEN = "\n";
    private static final String BEYOND = "\u000b";
    private static final int KEY_DIGITS = 14;

    private final Pool pool;
    private final StoredMap<AuthEvent> events;

    public AuthEvents(Pool pool, UserPools pools) {
        this.pool = pool;
        this.events = pools.kept("authevents", pool, AuthEvent.class);
    }

    /// All of somebody, the newest first.
    public List<AuthEvent> of(User user, Instant now) {
        return entries(user.username()).stream()
                .map(Map.Entry::getValue)
                .filter(event -> event.at().isAfter(now.minus(KEPT)))
                .toList();
    }

    private List<Map.Entry<Key, AuthEvent>> entries(String username) {
        var start = pool.folded(username);
        return events.descending(
                        Optional.of(Key.of(start + BETWEEN)), Optional.of(Key.of(start + BEYOND)))
                .toList();
    }

    /// @throws groundschool.emulator.AwsException if the user has no such event
    AuthEvent named(User user, String id) {
        return entries(user.username()).stream()
                .map(Map.Entry::getValue)
                .filter(event -> event.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CognitoErrors.resourceNotFound("Auth event " + id));
    }

    void add(AuthEvent event) {
        var all = entries(event.username());
        all.stream().skip(MOST_PER_USER - 1L).map(Map.Entry::getKey).forEach(events::remove);
        if (events.size() >= MOST) {
            makeRoom();
        }
        // Of one moment, the later comes later.
        long number = all.isEmpty() ? 0 : number(all.getFirst().getKey(), event.at()) + 1;
        events.put(key(event.username(), event.at(), number), event);
    }

    private void makeRoom() {
        events.ascending()
                .sorted(Comparator.comparing(each -> each.getValue().at()))
                .limit(ROOM)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(events::remove);
    }

    private static long number(Key newest, Instant now) {
        var parts = newest.text().split(BETWEEN, -1);
        var time = parts[parts.length - 1].split("-", -1);
        return Long.parseLong(time[0]) == now.toEpochMilli() ? Long.parseLong(time[1]) : -1;
    }

    private Key key(String username, Instant at, long number) {
        return Key.of(
                pool.folded(username)
                        + BETWEEN
                        + ("%0" + KEY_DIGITS + "d-%05d").formatted(at.toEpochMilli(), number));
    }

    /// Changes an event; nothing happens if it has made room.
    Optional<AuthEvent> change(String username, String id, UnaryOperator<AuthEvent> how) {
        var found =
                entries(username).stream()
                        .filter(each -> each.getValue().id().equals(id))
                        .findFirst();
        return found.map(each -> {
            var next = how.apply(each.getValue());
            events.put(each.getKey(), next);
            return next;
        });
    }

    /// Somebody who is gone has none.
    public void forget(User user) {
        entries(user.username()).forEach(each -> events.remove(each.getKey()));
    }
}
