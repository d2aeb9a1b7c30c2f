package groundschool.exam;

import groundschool.content.Blueprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One learner's sitting of an exam: it is either under way or submitted, never both.
public sealed interface Attempt {

    /// What both have.
    Paper paper();

    /// Until `dueAt` answers can be given; after it, it is submitted as it is.
    record UnderWay(Paper paper) implements Attempt {

        /// The time that is left; zero if it has run out.
        public Duration left(Instant now) {
            var left = Duration.between(now, paper.dueAt());
            return left.isNegative() ? Duration.ZERO : left;
        }
    }

    /// Nothing can be changed any more, and every answer has its grade.
    record Submitted(Paper paper, Instant submittedAt) implements Attempt {

        /// How it went.
        public Result result() {
            return Result.of(paper);
        }
    }

    /// The questions of an attempt, with the answers so far.
    ///
    /// @param title of the exam, when it was started
    /// @param pass the scaled score that passes
    record Paper(
            long id,
            String examId,
            String title,
            int pass,
            Blueprint.Scale scale,
            Instant startedAt,
            Instant dueAt,
            List<Asked> questions) {

        public Paper {
            questions = List.copyOf(questions);
        }

        /// The question at a place, from 1.
        public Optional<Asked> question(int number) {
            return questions.stream().filter(asked -> asked.number() == number).findFirst();
        }

        /// How many are answered.
        public long answered() {
            return questions.stream().filter(Asked::isAnswered).count();
        }

        /// How many are flagged.
        public long flagged() {
            return questions.stream().filter(Asked::flagged).count();
        }
    }
}
