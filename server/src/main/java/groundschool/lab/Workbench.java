package groundschool.lab;

import groundschool.content.CheckBlock;
import groundschool.content.Lab;
import groundschool.db.Database;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.cognito.message.Inbox;
import groundschool.emulator.cognito.message.Message;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Ledger;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage.Checkpoint;
import groundschool.lab.check.Filling;
import groundschool.lab.check.Scene;
import groundschool.station.Belongings;
import groundschool.station.Station;
import groundschool.station.Typed;
import groundschool.terminal.Event;
import groundschool.terminal.Options;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// One run of a lab at work: its terminal, its checks, and the ways back. What it answers is
/// durable by then.
public final class Workbench implements AutoCloseable {

    /// Where the tables of labs lie, and where checks look.
    public static final String REGION = Station.REGION;

    /// What the file of an answer is called after its check.
    static final String ANSWER = ".answer";

    private static final int CALLS_SHOWN = 30;
    private static final int COMMANDS_SHOWN = 100;

    private final Database database;
    private final Emulator emulator;
    private final Supplier<Lab> lab;
    private final Supplier<Map<String, String>> firstFiles;
    private final InstantSource clock;
    private final LabRun begun;
    private final Station station;
    private final Sandbox sandbox;
    private final Watch watch;

    /// Held by whoever looks at or moves the run.
    private final ReentrantLock lock = new ReentrantLock();

    /// @param firstFiles those that it begins with, by path
    Workbench(
            Database database,
            Emulator emulator,
            Supplier<Lab> lab,
            Supplier<Map<String, String>> firstFiles,
            InstantSource clock,
            AccessKey key,
            LabRun run) {
        this.database = database;
        this.emulator = emulator;
        this.lab = lab;
        this.firstFiles = firstFiles;
        this.clock = clock;
        this.begun = run;
        this.station =
                new Station(
                        emulator,
                        key,
                        belongings(database.read(db -> new LabRuns(db).files(run.id()))));
        this.sandbox = station.sandbox();
        this.watch = new Watch(sandbox.ledger(), this::check);
    }

    public Lab lab() {
        return lab.get();
    }

    /// The key that signs the learner's calls.
    public AccessKey key() {
        return station.key();
    }

    /// The run as it is now.
    public LabRun run() {
        return database.read(db -> new LabRuns(db).byId(begun.learnerId(), begun.id()))
                .orElseThrow();
    }

    /// All that there is to see.
    public Snapshot snapshot() {
        var calls = calls(0);
        return database.read(db -> {
            var verdicts = new LabVerdicts(db).all(begun.id());
            var inOrder = new LinkedHashMap<String, groundschool.lab.check.Verdict>();
            lab().checks()
                    .map(CheckBlock::id)
                    .filter(verdicts::containsKey)
                    .forEach(id -> inOrder.put(id, verdicts.get(id)));
            return new Snapshot(
                    new LabRuns(db).byId(begun.learnerId(), begun.id()).orElseThrow(),
                    new Grading(lab(), inOrder),
                    new LabVerdicts(db).firstPassed(begun.id()),
                    new LabHistories(db).bookmarks(begun.id()),
                    new LabHistories(db).commands(begun.id(), COMMANDS_SHOWN),
                    answers(),
                    calls.subList(Math.max(0, calls.size() - CALLS_SHOWN), calls.size()).reversed(),
                    calls.size());
        });
    }

    /// What the sandbox's user pools have sent, the newest first.
    List<Message> inbox() {
        return sandbox.storage().transition(() -> Inbox.of(sandbox).all());
    }

    /// The sandbox's functions, by their names.
    List<LabFunction> functions() {
        return LabFunction.of(emulator, Caller.inspector(sandbox, REGION));
    }

    /// Asks all checks, and keeps what they say. Followers are told.
    public Grading check() {
        lock.lock();
        try {
            var run = run();
            var scene =
                    new Scene(
                            emulator,
                            Caller.inspector(sandbox, REGION),
                            calls(run.callsAfter()),
                            answers());
            var grading = Grader.grade(lab(), run.variables(), scene);
            keep(run, grading);
            return grading;
        } finally {
            lock.unlock();
            watch.tell();
        }
    }

    /// Runs what was typed, and keeps it.
    ///
    /// @param listener is told what happens as it happens
    public Typed type(String command, Consumer<Event> listener) {
        var result = station.run(command, Options.TYPED, listener);
        var typed = new Typed(command, result.output(), result.exitCode(), clock.instant());
        database.transaction(db -> {
            new LabRuns(db).saveFiles(begun.id(), files());
            new LabHistories(db).add(begun.id(), typed);
            return typed;
        });
        return typed;
    }

    /// Stops what runs in the terminal.
    public void cancel() {
        station.cancel();
    }

    /// Keeps an answer, and asks the checks.
    public Grading answer(String checkId, String answer) {
        station.workspace().write(checkId + ANSWER, answer);
        database.transaction(db -> {
            new LabRuns(db).saveFiles(begun.id(), files());
            return true;
        });
        return check();
    }

    /// Goes back to the beginning: the sandbox as it was found, first files, no call counted.
    public void reset() {
        goBack(
                new Bookmark(
                        begun.start(),
                        sandbox.ledger().lastNumber(),
                        firstFiles.get(),
                        clock.instant()));
    }

    /// Goes back to when a step was finished, or to what was before the last going back.
    ///
    /// @param stepId of the step, or [LabHistories#UNDO]
    /// @throws NoSuchElementException if there is no such place
    public void backTo(String stepId) {
        var bookmarks = database.read(db -> new LabHistories(db).bookmarks(begun.id()));
        goBack(Optional.ofNullable(bookmarks.get(stepId)).orElseThrow());
    }

    /// Calls `listener` whenever there may be something new to see, until the subscription is
    /// closed; meanwhile the checks are asked after each of the learner's calls.
    public Ledger.Subscription follow(Runnable listener) {
        return watch.add(listener);
    }

    @Override
    public void close() {
        watch.close();
    }

    private void goBack(Bookmark bookmark) {
        lock.lock();
        try {
            var now =
                    new Bookmark(
                            sandbox.checkpoint(), run().callsAfter(), files(), clock.instant());
            station.moveTo(bookmark.checkpoint(), belongings(bookmark.files()));
            var freed =
                    database.transaction(db -> {
                        new LabRuns(db).countCallsAfter(begun.id(), bookmark.callsAfter());
                        new LabRuns(db).saveFiles(begun.id(), bookmark.files());
                        return new LabHistories(db).set(begun.id(), LabHistories.UNDO, now);
                    });
            freed.ifPresent(sandbox::release);
        } finally {
            lock.unlock();
        }
        check();
    }

    private void keep(LabRun run, Grading grading) {
        var now = clock.instant();
        var before = database.read(db -> new LabVerdicts(db).all(run.id()));
        if (before.equals(grading.verdicts())) {
            return;
        }
        var was = new Grading(lab(), new LinkedHashMap<>(before));
        var bookmarks = new HashMap<String, Bookmark>();
        for (var step : lab().steps()) {
            if (grading.finished(step) && !was.finished(step)) {
                bookmarks.put(
                        step.id(),
                        new Bookmark(sandbox.checkpoint(), run.callsAfter(), files(), now));
            }
        }
        var freed =
                database.transaction(db -> {
                    grading.verdicts()
                            .forEach((checkId, verdict) -> {
                                if (!verdict.equals(before.get(checkId))) {
                                    new LabVerdicts(db).save(run.id(), checkId, verdict, now);
                                }
                            });
                    new LabRuns(db).score(run.id(), grading.score(), grading.complete(), now);
                    return bookmarks.entrySet().stream()
                            .flatMap(each ->
                                    new LabHistories(db)
                                            .set(run.id(), each.getKey(), each.getValue()).stream())
                            .toList();
                });
        freed.forEach(this::release);
    }

    private void release(Checkpoint checkpoint) {
        sandbox.release(checkpoint);
    }

    private Belongings belongings(Map<String, String> files) {
        return Station.beginning(Filling.environment(begun.variables()), files);
    }

    private Map<String, String> files() {
        return station.files();
    }

    private Map<String, String> answers() {
        var answers = new HashMap<String, String>();
        lab().checks()
                .filter(check -> check.kind().equals("answer"))
                .forEach(check ->
                        station.workspace()
                                .text(check.id() + ANSWER)
                                .ifPresent(text -> answers.put(check.id(), text.strip())));
        return answers;
    }

    private List<Ledger.Entry> calls(long after) {
        // Whoever the learner has become by keys and roles: the grader's are not in the ledger.
        return sandbox.ledger().since(after);
    }
}
