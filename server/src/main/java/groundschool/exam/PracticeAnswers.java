package groundschool.exam;

import static groundschool.db.generated.Tables.PRACTICE_ANSWER;
import static org.jooq.Records.mapping;

import groundschool.question.Answer;
import groundschool.question.Question;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/// The answers that were given outside of exams.
public final class PracticeAnswers {

    private final DSLContext db;

    public PracticeAnswers(DSLContext db) {
        this.db = db;
    }

    /// Keeps an answer with its grade.
    void add(long learnerId, Question question, Answer answer, Instant now) {
        db.insertInto(PRACTICE_ANSWER)
                .set(PRACTICE_ANSWER.LEARNER_ID, learnerId)
                .set(PRACTICE_ANSWER.QUESTION_ID, question.id())
                .set(PRACTICE_ANSWER.ANSWER, answer.text())
                .set(PRACTICE_ANSWER.IS_RIGHT, question.grade(answer).isRight())
                .set(PRACTICE_ANSWER.ANSWERED_AT, now)
                .execute();
    }

    /// An answer that was given, with its grade.
    public record Given(String questionId, boolean isRight, Instant at) {}

    /// All answers of a learner, the oldest first.
    public List<Given> all(long learnerId) {
        return db.select(
                        PRACTICE_ANSWER.QUESTION_ID,
                        PRACTICE_ANSWER.IS_RIGHT,
                        PRACTICE_ANSWER.ANSWERED_AT)
                .from(PRACTICE_ANSWER)
                .where(PRACTICE_ANSWER.LEARNER_ID.eq(learnerId))
                .orderBy(PRACTICE_ANSWER.ID)
                .fetch(mapping(Given::new));
    }

    /// Whether the latest answer to each question was right, by the question's id.
    Map<String, Boolean> latest(long learnerId) {
        var latest = new HashMap<String, Boolean>();
        all(learnerId).forEach(given -> latest.put(given.questionId(), given.isRight()));
        return latest;
    }
}
