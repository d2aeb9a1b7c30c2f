package groundschool.lesson;

import groundschool.content.Lesson;
import groundschool.db.Database;
import groundschool.emulator.Emulator;
import groundschool.station.Station;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Where learners get the sandboxes of lessons: one for each lesson, made when something is first
/// run there.
public final class LessonDesk {

    private final Database database;
    private final Emulator emulator;
    private final InstantSource clock;
    private final ReentrantLock beginning = new ReentrantLock();
    private final Map<Long, LessonBench> benches = new ConcurrentHashMap<>();

    public LessonDesk(Database database, Emulator emulator, InstantSource clock) {
        this.database = database;
        this.emulator = emulator;
        this.clock = clock;
    }

    /// A learner's bench for a lesson, with a new sandbox if there is none.
    public LessonBench open(long learnerId, Lesson lesson) {
        beginning.lock();
        try {
            return find(learnerId, lesson).orElseGet(() -> bench(begin(learnerId, lesson)));
        } finally {
            beginning.unlock();
        }
    }

    /// A learner's bench for a lesson; absent if nothing was ever run there.
    public Optional<LessonBench> find(long learnerId, Lesson lesson) {
        return database.read(db -> new LessonRuns(db).of(learnerId, lesson.id())).map(this::bench);
    }

    private LessonRun begin(long learnerId, Lesson lesson) {
        var fresh = Station.fresh(emulator, false, _ -> {});
        return database.transaction(db ->
                new LessonRuns(db)
                        .begin(
                                learnerId,
                                lesson.id(),
                                fresh,
                                LessonBench.beginning(),
                                clock.instant()));
    }

    private LessonBench bench(LessonRun run) {
        return benches.computeIfAbsent(
                run.id(),
                _ ->
                        new LessonBench(
                                database,
                                emulator,
                                clock,
                                emulator.sandboxes().key(run.accessKeyId()).orElseThrow(),
                                run));
    }
}
