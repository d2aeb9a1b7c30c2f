package groundschool.lesson;

import static groundschool.db.generated.Tables.LESSON_PROGRESS;

import groundschool.learner.Learners;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// How far learners have come in the lessons.
public final class Readings {

    private final DSLContext db;

    public Readings(DSLContext db) {
        this.db = db;
    }

    /// All that a learner has opened, by the lesson's id.
    public Map<String, Reading> all(long learnerId) {
        return db.selectFrom(LESSON_PROGRESS)
                .where(LESSON_PROGRESS.LEARNER_ID.eq(learnerId))
                .fetchMap(LESSON_PROGRESS.LESSON_ID, Readings::reading);
    }

    /// What a learner has read of one lesson; absent if they never opened it.
    public Optional<Reading> of(long learnerId, String lessonId) {
        return db.selectFrom(LESSON_PROGRESS)
                .where(LESSON_PROGRESS.LEARNER_ID.eq(learnerId))
                .and(LESSON_PROGRESS.LESSON_ID.eq(lessonId))
                .fetchOptional(Readings::reading);
    }

    /// Keeps how far a learner has come.
    ///
    /// @param position from 0 to 1
    public void keep(long learnerId, String lessonId, double position, Instant now) {
        new Learners(db).hold(learnerId);
        var kept =
                db.update(LESSON_PROGRESS)
                        .set(LESSON_PROGRESS.POSITION, position)
                        .set(LESSON_PROGRESS.READ_AT, now)
                        .where(LESSON_PROGRESS.LEARNER_ID.eq(learnerId))
                        .and(LESSON_PROGRESS.LESSON_ID.eq(lessonId))
                        .execute();
        if (kept == 0) {
            begin(learnerId, lessonId, position, now);
        }
    }

    /// Marks a lesson done. One that is done already keeps its date.
    public void markDone(long learnerId, String lessonId, Instant now) {
        new Learners(db).hold(learnerId);
        begin(learnerId, lessonId, 0, now);
        setDone(learnerId, lessonId, now);
    }

    /// Takes the mark back.
    public void markNotDone(long learnerId, String lessonId) {
        db.update(LESSON_PROGRESS)
                .setNull(LESSON_PROGRESS.DONE_AT)
                .where(LESSON_PROGRESS.LEARNER_ID.eq(learnerId))
                .and(LESSON_PROGRESS.LESSON_ID.eq(lessonId))
                .execute();
    }

    private void begin(long learnerId, String lessonId, double position, Instant now) {
        db.insertInto(LESSON_PROGRESS)
                .set(LESSON_PROGRESS.LEARNER_ID, learnerId)
                .set(LESSON_PROGRESS.LESSON_ID, lessonId)
                .set(LESSON_PROGRESS.POSITION, position)
                .set(LESSON_PROGRESS.READ_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    private void setDone(long learnerId, String lessonId, Instant now) {
        db.update(LESSON_PROGRESS)
                .set(LESSON_PROGRESS.DONE_AT, now)
                .where(LESSON_PROGRESS.LEARNER_ID.eq(learnerId))
                .and(LESSON_PROGRESS.LESSON_ID.eq(lessonId))
                .and(LESSON_PROGRESS.DONE_AT.isNull())
                .execute();
    }

    private static Reading reading(Record row) {
        @Nullable Instant doneAt = row.get(LESSON_PROGRESS.DONE_AT);
        return new Reading(
                row.get(LESSON_PROGRESS.LESSON_ID),
                row.get(LESSON_PROGRESS.POSITION),
                row.get(LESSON_PROGRESS.READ_AT),
                Optional.ofNullable(doneAt));
    }
}
