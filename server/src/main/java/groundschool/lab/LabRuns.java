package groundschool.lab;

import static groundschool.db.generated.Tables.LAB_FILE;
import static groundschool.db.generated.Tables.LAB_RUN;
import static groundschool.db.generated.Tables.LAB_VARIABLE;

import groundschool.emulator.sandbox.Storage.Checkpoint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// The runs of labs and their files.
public final class LabRuns {

    private final DSLContext db;

    public LabRuns(DSLContext db) {
        this.db = db;
    }

    /// A learner's run of a lab.
    public Optional<LabRun> of(long learnerId, String labId) {
        return all(LAB_RUN.LEARNER_ID.eq(learnerId).and(LAB_RUN.LAB_ID.eq(labId))).stream()
                .findFirst();
    }

    /// A run by its id, if it is that learner's.
    public Optional<LabRun> byId(long learnerId, long runId) {
        return all(LAB_RUN.LEARNER_ID.eq(learnerId).and(LAB_RUN.ID.eq(runId))).stream().findFirst();
    }

    /// All runs of a learner.
    public List<LabRun> all(long learnerId) {
        return all(LAB_RUN.LEARNER_ID.eq(learnerId));
    }

    /// The sandbox of a run as the run finds it.
    ///
    /// @param accessKeyId of its administrator, the learner
    /// @param start its checkpoint then
    /// @param callsAfter the number of the last call that is not the run's
    public record Ground(String sandboxId, String accessKeyId, Checkpoint start, long callsAfter) {}

    /// Begins a run.
    ///
    /// @param ground where it begins
    /// @param files by path
    public LabRun begin(
            long learnerId,
            String labId,
            Ground ground,
            SequencedMap<String, String> variables,
            Map<String, String> files,
            Instant now) {
        var id =
                db.insertInto(LAB_RUN)
                        .set(LAB_RUN.LEARNER_ID, learnerId)
                        .set(LAB_RUN.LAB_ID, labId)
                        .set(LAB_RUN.SANDBOX_ID, ground.sandboxId())
                        .set(LAB_RUN.ACCESS_KEY_ID, ground.accessKeyId())
                        .set(LAB_RUN.STARTED_AT, now)
                        .set(LAB_RUN.START_CHECKPOINT, ground.start().number())
                        .set(LAB_RUN.CALLS_AFTER, ground.callsAfter())
                        .set(LAB_RUN.SCORE, 0)
                        .set(LAB_RUN.BEST_SCORE, 0)
                        .returningResult(LAB_RUN.ID)
                        .fetchSingle()
                        .value1();
        var place = 0;
        for (var variable : variables.entrySet()) {
            db.insertInto(LAB_VARIABLE)
                    .set(LAB_VARIABLE.RUN_ID, id)
                    .set(LAB_VARIABLE.NAME, variable.getKey())
                    .set(LAB_VARIABLE.PLACE, place++)
                    .set(LAB_VARIABLE.FILLED, variable.getValue())
                    .execute();
        }
        saveFiles(id, files);
        return byId(learnerId, id).orElseThrow();
    }

    /// Keeps how many points a run has.
    ///
    /// @param complete whether all checks pass
    public void score(long runId, int score, boolean complete, Instant now) {
        db.update(LAB_RUN)
                .set(LAB_RUN.SCORE, score)
                .set(LAB_RUN.BEST_SCORE, DSL.greatest(LAB_RUN.BEST_SCORE, DSL.val(score)))
                .where(LAB_RUN.ID.eq(runId))
                .execute();
        if (complete) {
            db.update(LAB_RUN)
                    .set(LAB_RUN.FINISHED_AT, now)
                    .where(LAB_RUN.ID.eq(runId))
                    .and(LAB_RUN.FINISHED_AT.isNull())
                    .execute();
        }
    }

    /// Lets ledger checks look at the calls after that one only.
    public void countCallsAfter(long runId, long number) {
        db.update(LAB_RUN).set(LAB_RUN.CALLS_AFTER, number).where(LAB_RUN.ID.eq(runId)).execute();
    }

    /// The learner's files: text by path.
    public SequencedMap<String, String> files(long runId) {
        var files = new LinkedHashMap<String, String>();
        db.selectFrom(LAB_FILE)
                .where(LAB_FILE.RUN_ID.eq(runId))
                .orderBy(LAB_FILE.PATH)
                .forEach(row -> files.put(row.get(LAB_FILE.PATH), row.get(LAB_FILE.CONTENT)));
        return files;
    }

    /// Keeps these files in place of those that were there.
    public void saveFiles(long runId, Map<String, String> files) {
        db.deleteFrom(LAB_FILE).where(LAB_FILE.RUN_ID.eq(runId)).execute();
        files.forEach((path, content) ->
                db.insertInto(LAB_FILE)
                        .set(LAB_FILE.RUN_ID, runId)
                        .set(LAB_FILE.PATH, path)
                        .set(LAB_FILE.CONTENT, content)
                        .execute());
    }

    private List<LabRun> all(Condition condition) {
        return db.selectFrom(LAB_RUN).where(condition).orderBy(LAB_RUN.ID).fetch(this::run);
    }

    private LabRun run(Record row) {
        return new LabRun(
                row.get(LAB_RUN.ID),
                row.get(LAB_RUN.LEARNER_ID),
                row.get(LAB_RUN.LAB_ID),
                row.get(LAB_RUN.SANDBOX_ID),
                row.get(LAB_RUN.ACCESS_KEY_ID),
                variables(row.get(LAB_RUN.ID)),
                row.get(LAB_RUN.STARTED_AT),
                new Checkpoint(row.get(LAB_RUN.START_CHECKPOINT)),
                row.get(LAB_RUN.CALLS_AFTER),
                row.get(LAB_RUN.SCORE),
                row.get(LAB_RUN.BEST_SCORE),
                Optional.ofNullable(row.get(LAB_RUN.FINISHED_AT)));
    }

    private SequencedMap<String, String> variables(long runId) {
        var variables = new LinkedHashMap<String, String>();
        db.selectFrom(LAB_VARIABLE)
                .where(LAB_VARIABLE.RUN_ID.eq(runId))
                .orderBy(LAB_VARIABLE.PLACE)
                .forEach(row ->
                        variables.put(row.get(LAB_VARIABLE.NAME), row.get(LAB_VARIABLE.FILLED)));
        return variables;
    }
}
