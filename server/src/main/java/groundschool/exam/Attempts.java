package groundschool.exam;

import static groundschool.db.generated.Tables.ATTEMPT;
import static groundschool.db.generated.Tables.ATTEMPT_QUESTION;

import groundschool.content.Blueprint;
import groundschool.content.Exam;
import groundschool.question.Answer;
import groundschool.question.QuestionJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// All sittings of exams.
public final class Attempts {

    private final DSLContext db;

    public Attempts(DSLContext db) {
        this.db = db;
    }

    /// Begins an attempt; its clock runs from now.
    ///
    /// @return its id
    long start(long learnerId, Exam exam, Blueprint.Scale scale, Draft draft, Instant now) {
        var id =
                db.insertInto(ATTEMPT)
                        .set(ATTEMPT.LEARNER_ID, learnerId)
                        .set(ATTEMPT.EXAM_ID, exam.id())
                        .set(ATTEMPT.TITLE, exam.title())
                        .set(ATTEMPT.PASS, exam.pass())
                        .set(ATTEMPT.SCALE_FROM, scale.from())
                        .set(ATTEMPT.SCALE_TO, scale.to())
                        .set(ATTEMPT.STARTED_AT, now)
                        .set(ATTEMPT.DUE_AT, now.plus(exam.time()))
                        .returningResult(ATTEMPT.ID)
                        .fetchSingle()
                        .value1();
        var number = 1;
        for (var drawn : draft.questions()) {
            db.insertInto(ATTEMPT_QUESTION)
                    .set(ATTEMPT_QUESTION.ATTEMPT_ID, id)
                    .set(ATTEMPT_QUESTION.NUMBER, number++)
                    .set(ATTEMPT_QUESTION.QUESTION_ID, drawn.question().id())
                    .set(ATTEMPT_QUESTION.DOMAIN_ID, drawn.domain().id())
                    .set(ATTEMPT_QUESTION.DOMAIN_TITLE, drawn.domain().title())
                    .set(ATTEMPT_QUESTION.SCORED, drawn.scored())
                    .set(ATTEMPT_QUESTION.ASKED, QuestionJson.write(drawn.question()))
                    .set(ATTEMPT_QUESTION.ANSWER, "")
                    .set(ATTEMPT_QUESTION.FLAGGED, false)
                    .set(ATTEMPT_QUESTION.STRUCK, "")
                    .execute();
        }
        return id;
    }

    /// A learner's attempt; absent if there is none of that id, or it is somebody else's. One whose
    /// time has run out is submitted now, as of the end of its time.
    public Optional<Attempt> attempt(long learnerId, long id, Instant now) {
        return attempts(learnerId, ATTEMPT.ID.eq(id), now).stream().findFirst();
    }

    /// All attempts of a learner, the newest first.
    public List<Attempt> all(long learnerId, Instant now) {
        return attempts(learnerId, ATTEMPT.ID.isNotNull(), now);
    }

    /// The attempts of a learner whose clock is running, the newest first.
    public List<Attempt.UnderWay> underWay(long learnerId, Instant now) {
        return attempts(learnerId, ATTEMPT.SUBMITTED_AT.isNull(), now).stream()
                .filter(Attempt.UnderWay.class::isInstance)
                .map(Attempt.UnderWay.class::cast)
                .toList();
    }

    private List<Attempt> attempts(long learnerId, Condition which, Instant now) {
        db.update(ATTEMPT)
                .set(ATTEMPT.SUBMITTED_AT, ATTEMPT.DUE_AT)
                .where(ATTEMPT.LEARNER_ID.eq(learnerId))
                .and(which)
                .and(ATTEMPT.SUBMITTED_AT.isNull())
                .and(ATTEMPT.DUE_AT.le(now))
                .execute();
        return db
                .selectFrom(ATTEMPT)
                .where(ATTEMPT.LEARNER_ID.eq(learnerId))
                .and(which)
                .orderBy(ATTEMPT.STARTED_AT.desc(), ATTEMPT.ID.desc())
                .fetch()
                .stream()
                .map(this::attempt)
                .toList();
    }

    /// Keeps what a candidate has changed of a question, all of it or nothing.
    ///
    /// @return whether it was kept: not if there is no such question, or the attempt is over
    boolean keep(long learnerId, long id, int number, Marks marks, Instant now) {
        var changes = new HashMap<Field<?>, Object>();
        if (marks.changesAnswer()) {
            changes.put(ATTEMPT_QUESTION.ANSWER, marks.answer().text());
            changes.put(ATTEMPT_QUESTION.ANSWERED_AT, now);
        }
        if (marks.changesFlag()) {
            changes.put(ATTEMPT_QUESTION.FLAGGED, marks.flagged());
        }
        if (marks.changesStrikes()) {
            changes.put(ATTEMPT_QUESTION.STRUCK, String.join(",", new TreeSet<>(marks.struck())));
        }
        if (changes.isEmpty()) {
            return true;
        }
        return isHeldUnderWay(learnerId, id, now)
                && db.update(ATTEMPT_QUESTION)
                                .set(changes)
                                .where(ATTEMPT_QUESTION.ATTEMPT_ID.eq(id))
                                .and(ATTEMPT_QUESTION.NUMBER.eq(number))
                                .execute()
                        == 1;
    }

    /// Notes that a question was on the screen.
    public void see(long learnerId, long id, int number, Instant now) {
        if (isHeldUnderWay(learnerId, id, now)) {
            db.update(ATTEMPT_QUESTION)
                    .set(ATTEMPT_QUESTION.SEEN_AT, now)
                    .where(ATTEMPT_QUESTION.ATTEMPT_ID.eq(id))
                    .and(ATTEMPT_QUESTION.NUMBER.eq(number))
                    .and(ATTEMPT_QUESTION.SEEN_AT.isNull())
                    .execute();
        }
    }

    /// Ends an attempt. One that is over stays as it is; one whose time has run out ends as of
    /// then, when it is next read.
    public void submit(long learnerId, long id, Instant now) {
        db.update(ATTEMPT)
                .set(ATTEMPT.SUBMITTED_AT, now)
                .where(ATTEMPT.ID.eq(id))
                .and(ATTEMPT.LEARNER_ID.eq(learnerId))
                .and(ATTEMPT.SUBMITTED_AT.isNull())
                .and(ATTEMPT.DUE_AT.gt(now))
                .execute();
    }

    /// Whether an attempt is under way. If it is, it stays so until this transaction has ended:
    /// nothing is kept in an attempt that another tab submits at the same time.
    private boolean isHeldUnderWay(long learnerId, long id, Instant now) {
        return db.select(ATTEMPT.ID)
                .from(ATTEMPT)
                .where(ATTEMPT.ID.eq(id))
                .and(ATTEMPT.LEARNER_ID.eq(learnerId))
                .and(ATTEMPT.SUBMITTED_AT.isNull())
                .and(ATTEMPT.DUE_AT.gt(now))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    private Attempt attempt(Record row) {
        var paper =
                new Attempt.Paper(
                        row.get(ATTEMPT.ID),
                        row.get(ATTEMPT.EXAM_ID),
                        row.get(ATTEMPT.TITLE),
                        row.get(ATTEMPT.PASS),
                        new Blueprint.Scale(row.get(ATTEMPT.SCALE_FROM), row.get(ATTEMPT.SCALE_TO)),
                        row.get(ATTEMPT.STARTED_AT),
                        row.get(ATTEMPT.DUE_AT),
                        db.selectFrom(ATTEMPT_QUESTION)
                                .where(ATTEMPT_QUESTION.ATTEMPT_ID.eq(row.get(ATTEMPT.ID)))
                                .orderBy(ATTEMPT_QUESTION.NUMBER)
                                .fetch(Attempts::asked));
        @Nullable Instant submittedAt = row.get(ATTEMPT.SUBMITTED_AT);
        return submittedAt == null
                ? new Attempt.UnderWay(paper)
                : new Attempt.Submitted(paper, submittedAt);
    }

    private static Asked asked(Record row) {
        return new Asked(
                row.get(ATTEMPT_QUESTION.NUMBER),
                QuestionJson.read(row.get(ATTEMPT_QUESTION.ASKED)),
                row.get(ATTEMPT_QUESTION.DOMAIN_ID),
                row.get(ATTEMPT_QUESTION.DOMAIN_TITLE),
                row.get(ATTEMPT_QUESTION.SCORED),
                Answer.of(row.get(ATTEMPT_QUESTION.ANSWER)),
                row.get(ATTEMPT_QUESTION.FLAGGED),
                Arrays.stream(row.get(ATTEMPT_QUESTION.STRUCK).split(","))
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toSet()),
                row.get(ATTEMPT_QUESTION.SEEN_AT) != null);
    }
}
