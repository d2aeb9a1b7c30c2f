package groundschool.lab;

import groundschool.content.Catalogue;
import groundschool.content.Lab;
import groundschool.db.Database;
import groundschool.emulator.Emulator;
import groundschool.emulator.lambda.PlayedTimes;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.lab.check.Filling;
import groundschool.station.Station;
import groundschool.station.Typed;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
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

    /// The labs that a learner has to finish before this one can be begun, the first at the front.
    public List<Lab> unfinishedBefore(long learnerId, Lab lab) {
        return find(learnerId, lab.id()).isPresent()
                ? List.of()
                : catalogue.get().before(lab).stream()
                        .filter(it ->
                                find(learnerId, it.id()).flatMap(LabRun::finishedAt).isEmpty())
                        .toList();
    }

    /// Does the steps of the labs before this one for a learner, by their solutions.
    ///
    /// @return what was typed last, if it failed
    public Optional<Typed> catchUp(long learnerId, Lab lab) {
        for (var earlier : unfinishedBefore(learnerId, lab)) {
            var bench = open(learnerId, earlier);
            bench.reset();
            var typed = bench.type(earlier.solution().text(), _ -> {});
            if (!bench.check().complete()) {
                return Optional.of(typed);
            }
        }
        return Optional.empty();
    }

    /// A learner's workbench for a lab; a run of it is begun if there is none.
    ///
    /// @throws IllegalStateException if a lab before it is not finished
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
        return database.read(db -> new LabRuns(db).byId(learnerId, runId))
                .filter(run -> catalogue.get().lab(run.labId()).isPresent())
                .map(this::bench);
    }

    /// All runs of a learner.
    public List<LabRun> runs(long learnerId) {
        return database.read(db -> new LabRuns(db).all(learnerId));
    }

    @Override
    public void close() {
        benches.values().forEach(Workbench::close);
    }

    private Optional<LabRun> find(long learnerId, String labId) {
        return database.read(db -> new LabRuns(db).of(learnerId, labId));
    }

    private LabRun begin(long learnerId, Lab lab) {
        if (!unfinishedBefore(learnerId, lab).isEmpty()) {
            throw new IllegalStateException("not begun yet: the lab before " + lab.id());
        }
        var earlier = catalogue.get().before(lab).reversed().stream().findFirst();
        var earlierRun = earlier.flatMap(it -> find(learnerId, it.id()));
        var ground = earlierRun.map(run -> reached(run, lab)).orElseGet(() -> fresh(lab));
        var variables = new LinkedHashMap<String, String>();
        earlierRun.ifPresent(run -> variables.putAll(run.variables()));
        return database.transaction(db ->
                new LabRuns(db)
                        .begin(
                                learnerId,
                                lab.id(),
                                ground,
                                Filling.variables(lab.variables(), variables, RANDOM),
                                firstFiles(lab, earlierRun),
                                clock.instant()));
    }

    private LabRuns.Ground fresh(Lab lab) {
        var fresh = Station.fresh(emulator, true, sandbox -> prepare(sandbox, lab));
        return new LabRuns.Ground(fresh.key().sandbox(), fresh.key().id(), fresh.start(), 0);
    }

    /// Has a sandbox be as a lab wants it.
    static void prepare(Sandbox sandbox, Lab lab) {
        if (lab.playedTimes()) {
            PlayedTimes.want(sandbox, true);
        }
    }

    /// Where another run has come to.
    private LabRuns.Ground reached(LabRun run, Lab lab) {
        var sandbox = emulator.sandboxes().open(run.sandboxId());
        prepare(sandbox, lab);
        return new LabRuns.Ground(
                run.sandboxId(),
                run.accessKeyId(),
                sandbox.checkpoint(),
                sandbox.ledger().lastNumber());
    }

    /// The files that a run begins with: what the lab before has left, and those of its own.
    private Map<String, String> firstFiles(Lab lab, Optional<LabRun> earlier) {
        var files = new LinkedHashMap<String, String>();
        earlier.ifPresent(
                run -> files.putAll(database.read(db -> new LabRuns(db).files(run.id()))));
        files.putAll(lab.starter());
        return files;
    }

    private Map<String, String> firstFiles(LabRun run) {
        var lab = lab(run);
        return firstFiles(lab, lab.continues().flatMap(id -> find(run.learnerId(), id)));
    }

    private Workbench bench(LabRun run) {
        return benches.computeIfAbsent(
                run.id(),
                _ ->
                        new Workbench(
                                database,
                                emulator,
                                () -> lab(run),
                                () -> firstFiles(run),
                                clock,
                                key(run),
                                run));
    }

    private Lab lab(LabRun run) {
        return catalogue.get().lab(run.labId()).orElseThrow();
    }

    private AccessKey key(LabRun run) {
        return emulator.sandboxes().key(run.accessKeyId()).orElseThrow();
    }
}
