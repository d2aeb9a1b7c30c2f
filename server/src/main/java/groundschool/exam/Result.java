package groundschool.exam;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How an attempt went: what counts is right or wrong, each domain by itself, all together.
///
/// @param right of those that count
/// @param counted how many count
/// @param score an estimate on the exam's scale: AWS does not publish how it scales, so this takes
///   the plain share
/// @param domains in the order of the blueprint
public record Result(int right, int counted, int score, boolean passed, List<Part> domains) {

    public Result {
        domains = List.copyOf(domains);
    }

    /// A domain's part of the result.
    public record Part(String domainId, String title, int right, int counted) {

        /// The share of right answers, from 0 to 100.
        public int percent() {
            return counted == 0 ? 0 : Math.round(100f * right / counted);
        }
    }

    static Result of(Attempt.Paper paper) {
        Map<String, Part> domains = new LinkedHashMap<>();
        paper.questions().stream()
                .filter(Asked::scored)
                .sorted(Comparator.comparing(Asked::domainId))
                .forEach(asked ->
                        domains.merge(
                                asked.domainId(),
                                new Part(
                                        asked.domainId(),
                                        asked.domainTitle(),
                                        asked.grade().isRight() ? 1 : 0,
                                        1),
                                Result::sum));
        var right = domains.values().stream().mapToInt(Part::right).sum();
        var counted = domains.values().stream().mapToInt(Part::counted).sum();
        var scale = paper.scale();
        var share = counted == 0 ? 0 : (double) right / counted;
        var score = (int) Math.round(scale.from() + share * (scale.to() - scale.from()));
        return new Result(
                right, counted, score, score >= paper.pass(), List.copyOf(domains.values()));
    }

    private static Part sum(Part one, Part another) {
        return new Part(
                one.domainId(),
                one.title(),
                one.right() + another.right(),
                one.counted() + another.counted());
    }
}
