package groundschool.exam;

import static groundschool.db.generated.Tables.PRACTICE_ANSWER;

import groundschool.question.Answer;
import groundschool.question.Question;
import java.time.Instant;
import java.util.HashMap;
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

    /// Whether the latest answer to each question was right, by the question's id.
    public Map<String, Boolean> latest(long learnerId) {
        var latest = new HashMap<String, Boolean>();
        db.select(PRACTICE_ANSWER.QUESTION_ID, PRACTICE_ANSWER.IS_RIGHT)
                .from(PRACTICE_ANSWER)
                .where(PRACTICE_ANSWER.LEARNER_ID.eq(learnerId))
                .orderBy(PRACTICE_ANSWER.ID)
                .forEach(row -> latest.put(row.value1(), row.value2()));
        return latest;
    }
}
