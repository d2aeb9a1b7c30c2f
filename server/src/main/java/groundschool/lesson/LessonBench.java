package groundschool.lesson;

import groundschool.db.Database;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.station.Belongings;
import groundschool.station.Station;
import groundschool.station.Typed;
import groundschool.terminal.Event;
import groundschool.terminal.Options;
import groundschool.terminal.shell.Limits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// One learner's sandbox of a lesson at work: blocks are run in it one after the other. What it
/// answers is durable by then.
public final class LessonBench {

    /// The longest text of commands.
    static final int LONGEST_COMMANDS = 20_000;

    private static final Options OPTIONS =
            new Options(
                    false, new Limits(LONGEST_COMMANDS, 200_000, 200, 8, Duration.ofSeconds(30)));

    private static final int MOST_AT_A_TIME = 5;

    private final Database database;
    private final InstantSource clock;
    private final long learnerId;
    private final String lessonId;
    private final Station station;

    /// Held while a block runs, and while the sandbox is moved.
    private final ReentrantLock lock = new ReentrantLock(true);

    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    LessonBench(
            Database database,
            Emulator emulator,
            InstantSource clock,
            AccessKey key,
            LessonRun run) {
        this.database = database;
        this.clock = clock;
        this.learnerId = run.learnerId();
        this.lessonId = run.lessonId();
        this.station = new Station(emulator, key, run.belongings());
    }

    /// What a terminal of a lesson begins with.
    static Belongings beginning() {
        return Station.beginning(Map.of(), Map.of());
    }

    /// Takes a place among those who wait for their turn; whoever got one must [#leave].
    ///
    /// @return false if all are taken
    public boolean enter() {
        return places.tryAcquire();
    }

    /// Gives the place back.
    public void leave() {
        places.release();
    }

    /// Runs the commands of a block, after those that are under way, and keeps what they give.
    ///
    /// @param listener is told what happens as it happens
    public Typed run(String blockId, String commands, Consumer<Event> listener) {
        lock.lock();
        try {
            var result = station.run(commands, OPTIONS, listener);
            var typed = new Typed(commands, result.output(), result.exitCode(), clock.instant());
            return database.transaction(db -> {
                var runs = new LessonRuns(db);
                runs.keep(run(runs), blockId, typed, station.belongings());
                return typed;
            });
        } finally {
            lock.unlock();
        }
    }

    /// Stops what runs.
    public void cancel() {
        station.cancel();
    }

    /// Empties the sandbox; what was run in it is no longer shown. Can be undone.
    public void startOver() {
        move((runs, run) ->
                Optional.of(
                        new LessonRun.Place(
                                run.start(), runs.nextRound(run), beginning(), clock.instant())));
    }

    /// Brings back what was there before the last starting over, or before the last undo.
    ///
    /// @return whether there was something
    public boolean undo() {
        return move((_, run) -> run.undo());
    }

    /// Says where to go.
    private interface Aim {
        Optional<LessonRun.Place> of(LessonRuns runs, LessonRun run);
    }

    private boolean move(Aim aim) {
        station.cancel();
        lock.lock();
        try {
            var run = database.read(db -> run(new LessonRuns(db)));
            var goal = database.transaction(db -> aim.of(new LessonRuns(db), run));
            goal.ifPresent(place -> goTo(place, run));
            return goal.isPresent();
        } finally {
            lock.unlock();
        }
    }

    private void goTo(LessonRun.Place place, LessonRun run) {
        var now =
                new LessonRun.Place(
                        station.sandbox().checkpoint(),
                        run.round(),
                        station.belongings(),
                        clock.instant());
        station.moveTo(place.checkpoint(), place.belongings());
        database.transaction(db -> {
            new LessonRuns(db).move(run, place.round(), place.belongings(), now);
            return now;
        });
        // Nothing leads to it any more.
        run.undo().map(LessonRun.Place::checkpoint).ifPresent(station.sandbox()::release);
    }

    private LessonRun run(LessonRuns runs) {
        return runs.of(learnerId, lessonId).orElseThrow();
    }
}
