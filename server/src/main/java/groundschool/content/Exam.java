package groundschool.content;

import groundschool.question.QuestionKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A practice exam: how many questions of each domain it draws, and from which.
///
/// @param pass the scaled score that passes
/// @param kinds the kinds of question that it draws
/// @param draws one for each domain that it asks, in the order of the blueprint, or a single one
///   whatever the domain
public record Exam(
        String id,
        String title,
        String courseId,
        Prose introduction,
        Duration time,
        int pass,
        Set<QuestionKind> kinds,
        List<Draw> draws) {

    public Exam {
        kinds = Set.copyOf(kinds);
        draws = List.copyOf(draws);
    }

    /// What is drawn of one domain.
    ///
    /// @param domainId absent if questions are drawn whatever their domain
    /// @param scored how many that count
    /// @param unscored how many that do not
    /// @param pool the ids of the questions to draw from, in the order of the course
    public record Draw(Optional<String> domainId, int scored, int unscored, List<String> pool) {

        public Draw {
            pool = List.copyOf(pool);
        }

        /// How many are drawn.
        public int questions() {
            return scored + unscored;
        }

        /// How many times it can be drawn without a question coming twice.
        public int disjoint() {
            return questions() == 0 ? Integer.MAX_VALUE : pool.size() / questions();
        }

        /// How many more the pool needs before this can be drawn.
        public int missing() {
            return Math.max(0, questions() - pool.size());
        }
    }

    /// How many times it can be drawn without a question coming twice.
    public int disjointForms() {
        return draws.stream().mapToInt(Draw::disjoint).min().orElse(0);
    }

    /// How many questions a candidate is asked.
    public int questions() {
        return draws.stream().mapToInt(Draw::questions).sum();
    }

    /// Whether there are enough questions for it in each domain.
    public boolean canBeStarted() {
        return draws.stream().allMatch(draw -> draw.missing() == 0);
    }

    /// What is lacking, such as `needs 3 more questions in domain 2`; empty if nothing.
    public List<String> shortages() {
        return draws.stream().filter(draw -> draw.missing() > 0).map(Exam::shortage).toList();
    }

    private static String shortage(Draw draw) {
        return "needs %d more %s%s"
                .formatted(
                        draw.missing(),
                        draw.missing() == 1 ? "question" : "questions",
                        draw.domainId().map(domain -> " in domain " + domain).orElse(""));
    }
}
