package groundschool.lab;

import groundschool.content.CheckBlock;
import groundschool.content.Lab;
import groundschool.lab.check.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What all checks of a lab said at one time.
///
/// @param verdicts by the check's id, in the order of the lab
public record Grading(Lab lab, SequencedMap<String, Verdict> verdicts) {

    public Grading {
        verdicts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(verdicts));
    }

    /// What a check said; absent if it has not been asked.
    public Optional<Verdict> verdict(String checkId) {
        return Optional.ofNullable(verdicts.get(checkId));
    }

    public boolean passed(String checkId) {
        return verdict(checkId).filter(Verdict::passed).isPresent();
    }

    /// Whether all checks of a step have passed.
    public boolean finished(Lab.Step step) {
        return step.checks().stream().allMatch(check -> passed(check.id()));
    }

    /// The points of the checks that have passed.
    public int score() {
        return lab.checks().filter(check -> passed(check.id())).mapToInt(CheckBlock::points).sum();
    }

    /// Whether every check has passed.
    public boolean complete() {
        return lab.checks().allMatch(check -> passed(check.id()));
    }
}
