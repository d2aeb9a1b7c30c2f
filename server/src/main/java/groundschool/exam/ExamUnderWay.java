package groundschool.exam;

import groundschool.db.Database;
import groundschool.home.Today;
import groundschool.learner.Learner;
import java.time.Instant;
import java.util.List;

/// The exams whose clock is running, for the first page.
public final class ExamUnderWay implements Today.Source {

    private final Database database;

    public ExamUnderWay(Database database) {
        this.database = database;
    }

    @Override
    public List<Today> today(Learner learner, Instant now) {
        return database.transaction(db -> new Attempts(db).underWay(learner.id(), now)).stream()
                .map(attempt ->
                        new Today(
                                "exams",
                                "Exam under way",
                                attempt.paper().title(),
                                "%d of %d answered, %d min left"
                                        .formatted(
                                                attempt.paper().answered(),
                                                attempt.paper().questions().size(),
                                                Math.ceilDiv(attempt.left(now).toSeconds(), 60)),
                                "Continue the exam",
                                "/exams/" + attempt.paper().id()))
                .toList();
    }
}
