package groundschool.lesson;

import static groundschool.db.generated.Tables.LESSON_OUTPUT;
import static groundschool.db.generated.Tables.LESSON_RUN;

import groundschool.emulator.sandbox.Storage.Checkpoint;
import groundschool.station.Belongings;
import groundschool.station.Station;
import groundschool.station.Typed;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What learners have run in lessons.
public final class LessonRuns {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final DSLContext db;

    public LessonRuns(DSLContext db) {
        this.db = db;
    }

    /// A learner's run of a lesson; absent if they never ran anything there.
    public Optional<LessonRun> of(long learnerId, String lessonId) {
        return db.selectFrom(LESSON_RUN)
                .where(LESSON_RUN.LEARNER_ID.eq(learnerId))
                .and(LESSON_RUN.LESSON_ID.eq(lessonId))
                .fetchOptional(LessonRuns::run);
    }

    /// Begins a run in an empty sandbox.
    public LessonRun begin(
            long learnerId,
            String lessonId,
            Station.Fresh fresh,
            Belongings belongings,
            Instant now) {
        db.insertInto(LESSON_RUN)
                .set(LESSON_RUN.LEARNER_ID, learnerId)
                .set(LESSON_RUN.LESSON_ID, lessonId)
                .set(LESSON_RUN.ACCESS_KEY_ID, fresh.key().id())
                .set(LESSON_RUN.STARTED_AT, now)
                .set(LESSON_RUN.START_CHECKPOINT, fresh.start().number())
                .set(LESSON_RUN.ROUND, 0)
                .set(LESSON_RUN.BELONGINGS, MAPPER.writeValueAsString(belongings))
                .execute();
        return of(learnerId, lessonId).orElseThrow();
    }

    /// What each block gave when it was last run in this round, by the block's id.
    public Map<String, Typed> outputs(LessonRun run) {
        return db.selectFrom(LESSON_OUTPUT)
                .where(LESSON_OUTPUT.RUN_ID.eq(run.id()))
                .and(LESSON_OUTPUT.ROUND.eq(run.round()))
                .fetchMap(LESSON_OUTPUT.BLOCK_ID, LessonRuns::typed);
    }

    /// Keeps what a block gave, in place of what it gave before, and what the terminal has now.
    public void keep(LessonRun run, String blockId, Typed typed, Belongings belongings) {
        db.deleteFrom(LESSON_OUTPUT)
                .where(LESSON_OUTPUT.RUN_ID.eq(run.id()))
                .and(LESSON_OUTPUT.ROUND.eq(run.round()))
                .and(LESSON_OUTPUT.BLOCK_ID.eq(blockId))
                .execute();
        db.insertInto(LESSON_OUTPUT)
                .set(LESSON_OUTPUT.RUN_ID, run.id())
                .set(LESSON_OUTPUT.ROUND, run.round())
                .set(LESSON_OUTPUT.BLOCK_ID, blockId)
                .set(LESSON_OUTPUT.TYPED, typed.command())
                .set(LESSON_OUTPUT.OUTPUT, typed.outputText())
                .set(LESSON_OUTPUT.EXIT_CODE, typed.exitCode())
                .set(LESSON_OUTPUT.RUN_AT, typed.at())
                .execute();
        db.update(LESSON_RUN)
                .set(LESSON_RUN.BELONGINGS, MAPPER.writeValueAsString(belongings))
                .where(LESSON_RUN.ID.eq(run.id()))
                .execute();
    }

    /// A round that no output belongs to.
    public int nextRound(LessonRun run) {
        var latest =
                db.select(DSL.coalesce(DSL.max(LESSON_OUTPUT.ROUND), 0))
                        .from(LESSON_OUTPUT)
                        .where(LESSON_OUTPUT.RUN_ID.eq(run.id()))
                        .fetchSingle()
                        .value1();
        return Math.max(run.round(), latest) + 1;
    }

    /// Lets a run stand elsewhere, and forgets the outputs that nothing leads back to.
    ///
    /// @param undo where it stands now
    public void move(LessonRun run, int round, Belongings belongings, LessonRun.Place undo) {
        db.update(LESSON_RUN)
                .set(LESSON_RUN.ROUND, round)
                .set(LESSON_RUN.BELONGINGS, MAPPER.writeValueAsString(belongings))
                .set(LESSON_RUN.UNDO_CHECKPOINT, undo.checkpoint().number())
                .set(LESSON_RUN.UNDO_ROUND, undo.round())
                .set(LESSON_RUN.UNDO_BELONGINGS, MAPPER.writeValueAsString(undo.belongings()))
                .set(LESSON_RUN.UNDO_AT, undo.at())
                .where(LESSON_RUN.ID.eq(run.id()))
                .execute();
        db.deleteFrom(LESSON_OUTPUT)
                .where(LESSON_OUTPUT.RUN_ID.eq(run.id()))
                .and(LESSON_OUTPUT.ROUND.notIn(round, undo.round()))
                .execute();
    }

    private static LessonRun run(Record row) {
        return new LessonRun(
                row.get(LESSON_RUN.ID),
                row.get(LESSON_RUN.LEARNER_ID),
                row.get(LESSON_RUN.LESSON_ID),
                row.get(LESSON_RUN.ACCESS_KEY_ID),
                new Checkpoint(row.get(LESSON_RUN.START_CHECKPOINT)),
                row.get(LESSON_RUN.ROUND),
                belongings(row.get(LESSON_RUN.BELONGINGS)),
                undo(row));
    }

    private static Optional<LessonRun.Place> undo(Record row) {
        @Nullable Long checkpoint = row.get(LESSON_RUN.UNDO_CHECKPOINT);
        return Optional.ofNullable(checkpoint)
                .map(number ->
                        new LessonRun.Place(
                                new Checkpoint(number),
                                row.get(LESSON_RUN.UNDO_ROUND),
                                belongings(row.get(LESSON_RUN.UNDO_BELONGINGS)),
                                row.get(LESSON_RUN.UNDO_AT)));
    }

    private static Belongings belongings(String json) {
        return MAPPER.readValue(json, Belongings.class);
    }

    private static Typed typed(Record row) {
        return Typed.of(
                row.get(LESSON_OUTPUT.TYPED),
                row.get(LESSON_OUTPUT.OUTPUT),
                row.get(LESSON_OUTPUT.EXIT_CODE),
                row.get(LESSON_OUTPUT.RUN_AT));
    }
}
