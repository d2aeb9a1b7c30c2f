package groundschool.card;

import static groundschool.db.generated.Tables.REVIEW;
import static groundschool.db.generated.Tables.REVIEW_GRADE;

import groundschool.content.Card;
import groundschool.content.Catalogue;
import groundschool.learner.Learners;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The cards that learners have taken up, and every grade they gave.
public final class Reviews {

    private final DSLContext db;

    public Reviews(DSLContext db) {
        this.db = db;
    }

    /// Takes up cards in all their ways of being asked. Those taken up before stay as they are.
    ///
    /// @return how many are new
    public int add(long learnerId, Collection<Card> cards, Instant now) {
        new Learners(db).hold(learnerId);
        var added = 0;
        for (var card : cards) {
            for (var prompt : card.prompts()) {
                added +=
                        db.insertInto(REVIEW)
                                .set(REVIEW.LEARNER_ID, learnerId)
                                .set(REVIEW.PROMPT_ID, prompt.id())
                                .set(REVIEW.CARD_ID, card.id())
                                .set(REVIEW.STAGE, "fresh")
                                .set(REVIEW.STEP, 0)
                                .set(REVIEW.DUE_AT, now)
                                .set(REVIEW.ADDED_AT, now)
                                .set(REVIEW.GRADES, 0)
                                .onConflictDoNothing()
                                .execute();
            }
        }
        return added;
    }

    /// Takes up these cards, and makes those that were due later due now.
    public void makeDue(long learnerId, Collection<Card> cards, Instant now) {
        add(learnerId, cards, now);
        db.update(REVIEW)
                .set(REVIEW.DUE_AT, now)
                .where(REVIEW.LEARNER_ID.eq(learnerId))
                .and(REVIEW.CARD_ID.in(cards.stream().map(Card::id).toList()))
                .and(REVIEW.DUE_AT.gt(now))
                .execute();
    }

    /// All that a learner has taken up, the longest overdue first.
    public List<Review> all(long learnerId) {
        return db.selectFrom(REVIEW)
                .where(REVIEW.LEARNER_ID.eq(learnerId))
                .orderBy(REVIEW.DUE_AT, REVIEW.ADDED_AT, REVIEW.PROMPT_ID)
                .fetch(Reviews::review);
    }

    /// What a learner is to review now.
    ///
    /// @param lessonId only of this lesson, if given
    /// @param today when the learner's day began
    public Session session(
            long learnerId,
            Catalogue catalogue,
            Optional<String> lessonId,
            Instant today,
            Instant now) {
        return Session.of(all(learnerId), catalogue, lessonId, freshSince(learnerId, today), now);
    }

    /// How many fresh cards were asked since an instant.
    public int freshSince(long learnerId, Instant since) {
        return db.fetchCount(
                REVIEW_GRADE,
                REVIEW_GRADE
                        .LEARNER_ID
                        .eq(learnerId)
                        .and(REVIEW_GRADE.STAGE_BEFORE.eq("fresh"))
                        .and(REVIEW_GRADE.GRADED_AT.ge(since))
                        .and(REVIEW_GRADE.UNDONE_AT.isNull()));
    }

    /// How many grades were given since an instant and not taken back.
    public int gradesSince(long learnerId, Instant since) {
        return db.fetchCount(
                REVIEW_GRADE,
                REVIEW_GRADE
                        .LEARNER_ID
                        .eq(learnerId)
                        .and(REVIEW_GRADE.GRADED_AT.ge(since))
                        .and(REVIEW_GRADE.UNDONE_AT.isNull()));
    }

    /// How well a learner remembers, over all grades that were not taken back.
    public Retention retention(long learnerId) {
        var ratings =
                db.select(REVIEW_GRADE.RATING)
                        .from(REVIEW_GRADE)
                        .where(REVIEW_GRADE.LEARNER_ID.eq(learnerId))
                        .and(REVIEW_GRADE.STAGE_BEFORE.eq("reviewing"))
                        .and(REVIEW_GRADE.UNDONE_AT.isNull())
                        .fetch(REVIEW_GRADE.RATING);
        var remembered =
                (int) ratings.stream().filter(rating -> rating > Rating.AGAIN.number()).count();
        return new Retention(ratings.size(), remembered);
    }

    /// Grades a card and sets when it is next asked.
    ///
    /// @param grades how often it had been graded when it was shown
    /// @return whether it counted: not if it has been graded since, or was never taken up
    public boolean grade(
            long learnerId,
            String promptId,
            int grades,
            Rating rating,
            Scheduler scheduler,
            Instant now) {
        new Learners(db).hold(learnerId);
        var row =
                db.selectFrom(REVIEW)
                        .where(REVIEW.LEARNER_ID.eq(learnerId))
                        .and(REVIEW.PROMPT_ID.eq(promptId))
                        .and(REVIEW.GRADES.eq(grades))
                        .fetchOptional();
        row.ifPresent(before -> {
            log(learnerId, before, rating, now);
            var next = scheduler.next(review(before).stage(), rating, now);
            store(learnerId, promptId, next.stage(), next.dueAt(), grades + 1);
        });
        return row.isPresent();
    }

    private void log(long learnerId, Record before, Rating rating, Instant now) {
        db.insertInto(REVIEW_GRADE)
                .set(REVIEW_GRADE.LEARNER_ID, learnerId)
                .set(REVIEW_GRADE.PROMPT_ID, before.get(REVIEW.PROMPT_ID))
                .set(REVIEW_GRADE.CARD_ID, before.get(REVIEW.CARD_ID))
                .set(REVIEW_GRADE.RATING, rating.number())
                .set(REVIEW_GRADE.GRADED_AT, now)
                .set(REVIEW_GRADE.STAGE_BEFORE, before.get(REVIEW.STAGE))
                .set(REVIEW_GRADE.STEP_BEFORE, before.get(REVIEW.STEP))
                .set(REVIEW_GRADE.STABILITY_BEFORE, before.get(REVIEW.STABILITY_DAYS))
                .set(REVIEW_GRADE.DIFFICULTY_BEFORE, before.get(REVIEW.DIFFICULTY))
                .set(REVIEW_GRADE.REVIEWED_BEFORE, before.get(REVIEW.REVIEWED_AT))
                .set(REVIEW_GRADE.DUE_BEFORE, before.get(REVIEW.DUE_AT))
                .execute();
    }

    /// Takes back the latest grade that has not been taken back.
    ///
    /// @return the card's prompt; absent if there is nothing to take back
    public Optional<String> undo(long learnerId, Instant now) {
        new Learners(db).hold(learnerId);
        var latest =
                db.selectFrom(REVIEW_GRADE)
                        .where(REVIEW_GRADE.LEARNER_ID.eq(learnerId))
                        .and(REVIEW_GRADE.UNDONE_AT.isNull())
                        .orderBy(REVIEW_GRADE.ID.desc())
                        .limit(1)
                        .fetchOptional();
        latest.ifPresent(grade -> {
            db.update(REVIEW)
                    .set(REVIEW.STAGE, grade.get(REVIEW_GRADE.STAGE_BEFORE))
                    .set(REVIEW.STEP, grade.get(REVIEW_GRADE.STEP_BEFORE))
                    .set(REVIEW.STABILITY_DAYS, grade.get(REVIEW_GRADE.STABILITY_BEFORE))
                    .set(REVIEW.DIFFICULTY, grade.get(REVIEW_GRADE.DIFFICULTY_BEFORE))
                    .set(REVIEW.REVIEWED_AT, grade.get(REVIEW_GRADE.REVIEWED_BEFORE))
                    .set(REVIEW.DUE_AT, grade.get(REVIEW_GRADE.DUE_BEFORE))
                    .set(REVIEW.GRADES, REVIEW.GRADES.plus(1))
                    .where(REVIEW.LEARNER_ID.eq(learnerId))
                    .and(REVIEW.PROMPT_ID.eq(grade.get(REVIEW_GRADE.PROMPT_ID)))
                    .execute();
            db.update(REVIEW_GRADE)
                    .set(REVIEW_GRADE.UNDONE_AT, now)
                    .where(REVIEW_GRADE.ID.eq(grade.get(REVIEW_GRADE.ID)))
                    .execute();
        });
        return latest.map(grade -> grade.get(REVIEW_GRADE.PROMPT_ID));
    }

    private void store(long learnerId, String promptId, Stage stage, Instant dueAt, int grades) {
        var memory = stage.memory();
        db.update(REVIEW)
                .set(REVIEW.STAGE, name(stage))
                .set(REVIEW.STEP, step(stage))
                .set(REVIEW.STABILITY_DAYS, memory.map(Memory::stabilityDays).orElse(null))
                .set(REVIEW.DIFFICULTY, memory.map(Memory::difficulty).orElse(null))
                .set(REVIEW.REVIEWED_AT, memory.map(Memory::reviewedAt).orElse(null))
                .set(REVIEW.DUE_AT, dueAt)
                .set(REVIEW.GRADES, grades)
                .where(REVIEW.LEARNER_ID.eq(learnerId))
                .and(REVIEW.PROMPT_ID.eq(promptId))
                .execute();
    }

    private static String name(Stage stage) {
        return switch (stage) {
            case Stage.Fresh() -> "fresh";
            case Stage.Learning _ -> "learning";
            case Stage.Reviewing _ -> "reviewing";
            case Stage.Relearning _ -> "relearning";
        };
    }

    private static int step(Stage stage) {
        return switch (stage) {
            case Stage.Fresh(), Stage.Reviewing(_) -> 0;
            case Stage.Learning(var step, _) -> step;
            case Stage.Relearning(var step, _) -> step;
        };
    }

    private static Review review(Record row) {
        return new Review(
                row.get(REVIEW.PROMPT_ID),
                row.get(REVIEW.CARD_ID),
                stage(row),
                row.get(REVIEW.DUE_AT),
                row.get(REVIEW.GRADES));
    }

    private static Stage stage(Record row) {
        @Nullable Instant reviewedAt = row.get(REVIEW.REVIEWED_AT);
        if (reviewedAt == null) {
            return new Stage.Fresh();
        }
        var memory =
                new Memory(row.get(REVIEW.STABILITY_DAYS), row.get(REVIEW.DIFFICULTY), reviewedAt);
        return switch (row.get(REVIEW.STAGE)) {
            case "learning" -> new Stage.Learning(row.get(REVIEW.STEP), memory);
            case "relearning" -> new Stage.Relearning(row.get(REVIEW.STEP), memory);
            default -> new Stage.Reviewing(memory);
        };
    }
}
