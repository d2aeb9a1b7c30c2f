package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxClockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;

    private final Wall wall = new Wall();
    private Sandboxes sandboxes;
    private Sandbox sandbox;
    private SandboxClock clock;

    @BeforeEach
    void open() {
        sandboxes = Sandboxes.at(folder, Durability.WRITE, wall);
        sandbox = sandboxes.open(sandboxes.create("111122223333").sandbox());
        clock = sandbox.clock();
    }

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @Test
    void shows_the_time_of_the_wall_clock_until_it_is_set() {
        assertThat(clock.now()).isEqualTo(NOON);
        wall.pass(Duration.ofHours(1));

        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(clock.speed()).isEqualTo(1);
    }

    @Test
    void stands_still_when_frozen_and_goes_on_from_there() {
        clock.freeze();
        wall.pass(Duration.ofHours(1));
        assertThat(clock.now()).isEqualTo(NOON);

        clock.run(1);
        wall.pass(Duration.ofMinutes(1));

        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
    }

    @Test
    void runs_as_fast_as_it_is_told_to() {
        clock.run(60);

        wall.pass(Duration.ofMinutes(1));

        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(clock.speed()).isEqualTo(60);
    }

    @Test
    void moves_on_and_runs_on_from_there() {
        clock.advance(Duration.ofDays(1));
        wall.pass(Duration.ofMinutes(1));

        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofDays(1)).plusSeconds(60));
    }

    @Test
    void stays_frozen_when_it_is_moved_on() {
        clock.freeze();

        clock.advance(Duration.ofDays(1));
        wall.pass(Duration.ofMinutes(1));

        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    @Test
    void does_what_becomes_due_on_the_way_in_order_and_at_its_time() {
        List<String> done = new ArrayList<>();
        clock.freeze();
        at(30, () -> done.add("second at " + clock.now()));
        at(10, () -> done.add("first at " + clock.now()));
        at(30, () -> done.add("third at " + clock.now()));
        at(90, () -> done.add("too early"));

        clock.advance(Duration.ofMinutes(60));

        assertThat(done)
                .containsExactly(
                        "first at 2026-03-01T12:10:00Z",
                        "second at 2026-03-01T12:30:00Z",
                        "third at 2026-03-01T12:30:00Z");
        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofMinutes(60)));
    }

    @Test
    void does_what_other_work_schedules_on_the_way() {
        List<Instant> done = new ArrayList<>();
        clock.freeze();
        at(10, () -> at(20, () -> done.add(clock.now())));

        clock.advance(Duration.ofMinutes(60));

        assertThat(done).containsExactly(NOON.plus(Duration.ofMinutes(20)));
    }

    @Test
    void goes_on_after_work_that_fails() {
        List<String> done = new ArrayList<>();
        clock.freeze();
        at(
                10,
                () -> {
                    throw new IllegalStateException("burnt");
                });
        at(20, () -> done.add("second"));

        clock.advance(Duration.ofMinutes(60));

        assertThat(done).containsExactly("second");
    }

    @Test
    void does_at_once_what_is_due_already_even_when_frozen() throws InterruptedException {
        var done = new CountDownLatch(1);
        clock.freeze();

        clock.schedule(clock.now(), done::countDown);

        assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void does_work_by_itself_when_its_time_comes() throws InterruptedException {
        try (var real = Sandboxes.inMemory()) {
            var fast = real.open(real.create("111122223333").sandbox()).clock();
            var done = new CountDownLatch(2);
            fast.freeze();
            fast.schedule(fast.now().plus(Duration.ofMinutes(2)), done::countDown);
            fast.schedule(fast.now().plus(Duration.ofMinutes(1)), done::countDown);
            assertThat(done.await(20, TimeUnit.MILLISECONDS)).isFalse();

            fast.run(3600);

            assertThat(done.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void is_set_as_it_was_after_a_restart() {
        clock.advance(Duration.ofDays(1));
        clock.run(2);
        wall.pass(Duration.ofHours(1));
        sandboxes.close();
        wall.pass(Duration.ofHours(1));

        sandboxes = Sandboxes.at(folder, Durability.WRITE, wall);
        clock = sandboxes.open(sandbox.id()).clock();

        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofDays(1)).plus(Duration.ofHours(4)));
    }

    @Test
    void goes_back_with_its_sandbox_and_forgets_what_was_due() {
        List<String> done = new ArrayList<>();
        clock.freeze();
        var start = sandbox.checkpoint();
        clock.advance(Duration.ofDays(1));
        clock.schedule(clock.now().plusSeconds(1), () -> done.add("of another future"));

        sandbox.rewind(start);
        assertThat(clock.now()).isEqualTo(NOON);
        clock.advance(Duration.ofDays(2));

        assertThat(done).isEmpty();
    }

    @Test
    void is_paused_in_a_fork_and_does_only_what_it_is_advanced_to() throws InterruptedException {
        var fork = sandboxes.fork(sandbox).clock();
        var done = new CountDownLatch(1);

        fork.schedule(fork.now(), done::countDown);
        wall.pass(Duration.ofHours(1));
        assertThat(fork.now()).isEqualTo(NOON);
        assertThat(done.await(50, TimeUnit.MILLISECONDS)).isFalse();

        fork.advance(Duration.ZERO);
        assertThat(done.getCount()).isZero();
        assertThat(clock.speed()).isEqualTo(1);
    }

    @Test
    void counts_from_what_a_client_has_dated_by_the_wall_clock() {
        assertThat(clock.nowFor(NOON.minusSeconds(5))).isEqualTo(NOON);
        clock.advance(Duration.ofDays(1));
        wall.pass(Duration.ofMinutes(1));
        var made = wall.instant();

        // Made after the day: only what came after it counts.
        assertThat(clock.nowFor(made)).isEqualTo(made);
        assertThat(clock.nowFor(NOON.minusSeconds(5))).isEqualTo(made.plus(Duration.ofDays(1)));

        wall.pass(Duration.ofMinutes(1));
        clock.advance(Duration.ofHours(1));
        sandboxes.close();
        sandboxes = Sandboxes.at(folder, Durability.WRITE, wall);
        clock = sandboxes.open(sandbox.id()).clock();

        assertThat(clock.nowFor(made))
                .isEqualTo(made.plus(Duration.ofHours(1)).plus(Duration.ofMinutes(1)));
    }

    @Test
    void goes_forward_only_and_not_within_a_transition() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofDays(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.run(0));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.run(Double.NaN));
        assertThatIllegalStateException()
                .isThrownBy(() -> sandbox.storage().transition(() -> clock.advance(Duration.ZERO)));
    }

    private void at(int minutes, Runnable work) {
        clock.schedule(NOON.plus(Duration.ofMinutes(minutes)), work);
    }

    private static final class Wall implements InstantSource {

        private volatile Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        private void pass(Duration time) {
            now = now.plus(time);
        }
    }
}
