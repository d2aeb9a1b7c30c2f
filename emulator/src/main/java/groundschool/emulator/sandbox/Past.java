package groundschool.emulator.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What a storage was in the last moments, for reads that may be stale. Trees share what they have
/// in common, so that this costs little more than what changed.
///
/// Guarded by its storage's lock.
final class Past {

    /// Where more changes than this are made in the time that is kept, the older are forgotten:
    /// then reads are less stale than they might be.
    private static final int MOST = 1000;

    private final Duration kept;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Deque<Until> states = new ArrayDeque<>();

    /// @param until when the state became another
    private record Until(Instant until, State state) {}

    Past(Duration kept, long seed, InstantSource clock) {
        this.kept = kept;
        this.clock = clock;
        this.random = new SplittableRandom(seed);
    }

    /// Notes that a state became another.
    void note(State before) {
        var now = clock.instant();
        states.add(new Until(now, before));
        forget(now.minus(kept));
    }

    /// What the storage was at a moment between now and as long ago as is kept; absent if it is
    /// what it was then.
    Optional<State> someState() {
        var now = clock.instant();
        forget(now.minus(kept));
        var moment = now.minusNanos((long) (kept.toNanos() * random.nextDouble()));
        return states.stream()
                .filter(each -> each.until.isAfter(moment))
                .findFirst()
                .map(Until::state);
    }

    private void forget(Instant before) {
        while (!states.isEmpty()
                && (states.size() > MOST || !states.getFirst().until.isAfter(before))) {
            states.removeFirst();
        }
    }
}
