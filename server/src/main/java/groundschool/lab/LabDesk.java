package groundschool.lab;

import groundschool.content.Catalogue;
import groundschool.content.Lab;
import groundschool.db.Database;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.lab.check.Filling;
import groundschool.station.Station;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Where learners get their labs: each has a sandbox and a run of its own, made when it is first
/// opened.
public final class LabDesk implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;
    private final Emulator emulator;
    private final Supplier<Catalogue> catalogue;
    private final InstantSource clock;
    private final ReentrantLock beginning = new ReentrantLock();
    private final Map<Long, Workbench> benches = new ConcurrentHashMap<>();

    public LabDesk(
            Database database,
            Emulator emulator,
            Supplier<Catalogue> catalogue,
            InstantSource clock) {
        this.database = database;
        this.emulator = emulator;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /// A learner's workbench for a lab; a run of it is begun if there is none.
    public Workbench open(long learnerId, Lab lab) {
        beginning.lock();
        try {
            return bench(find(learnerId, lab.id()).orElseGet(() -> begin(learnerId, lab)));
        } finally {
            beginning.unlock();
        }
    }

    /// The workbench of a run, if it is that learner's and its lab still exists.
    public Optional<Workbench> find(long learnerId, long runId) {
        return database.transaction(db -> new LabRuns(db).byId(learnerId, runId))
                .filter(run -> catalogue.get().lab(run.labId()).isPresent())
                .map(this::bench);
    }

    /// All runs of a learner.
    public List<LabRun> runs(long learnerId) {
        return database.transaction(db -> new LabRuns(db).all(learnerId));
    }

    @Override
    public void close() {
        benches.values().forEach(Workbench::close);
    }

    private Optional<LabRun> find(long learnerId, String labId) {
        return database.transaction(db -> new LabRuns(db).of(learnerId, labId));
    }

    private LabRun begin(long learnerId, Lab lab) {
        var fresh = Station.fresh(emulator, true);
        return database.transaction(db ->
                new LabRuns(db)
                        .begin(
                                learnerId,
                                lab.id(),
                                fresh.key().sandbox(),
                                fresh.key().id(),
                                Filling.variables(lab.variables(), RANDOM),
                                fresh.start(),
                                lab.starter(),
                                clock.instant()));
    }

    private Workbench bench(LabRun run) {
        return benches.computeIfAbsent(
                run.id(),
                _ -> new Workbench(database, emulator, () -> lab(run), clock, key(run), run));
    }

    private Lab lab(LabRun run) {
        return catalogue.get().lab(run.labId()).orElseThrow();
    }

    private AccessKey key(LabRun run) {
        return emulator.sandboxes().key(run.accessKeyId()).orElseThrow();
    }
}
