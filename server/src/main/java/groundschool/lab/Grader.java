package groundschool.lab;

import groundschool.content.CheckBlock;
import groundschool.content.Lab;
import groundschool.lab.check.CheckReader;
import groundschool.lab.check.Filling;
import groundschool.lab.check.Scene;
import groundschool.lab.check.Verdict;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the checks of a lab.
public final class Grader {

    private static final Logger LOG = LoggerFactory.getLogger(Grader.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private Grader() {}

    /// Asks all checks.
    ///
    /// @param variables of the run; `account`, the sandbox's, comes on top of them
    public static Grading grade(Lab lab, Map<String, String> variables, Scene scene) {
        var values = new LinkedHashMap<>(variables);
        values.put("account", scene.inspector().sandbox().account());
        var filling = Filling.with(values, RANDOM);
        var verdicts = new LinkedHashMap<String, Verdict>();
        lab.checks().forEach(check -> verdicts.put(check.id(), ask(check, filling, scene)));
        return new Grading(lab, verdicts);
    }

    private static Verdict ask(CheckBlock block, Filling filling, Scene scene) {
        try {
            return CheckReader.read(block, filling)
                    .look(scene)
                    .<Verdict>map(evidence ->
                            new Verdict.NotYet(
                                    evidence,
                                    filling.fill(text(block, "why").orElse("")),
                                    text(block, "hint").map(filling::fill)))
                    .orElseGet(Verdict.Passed::new);
        } catch (RuntimeException failure) {
            LOG.error("Check {} of {} could not be asked", block.id(), block.file(), failure);
            return new Verdict.CouldNotCheck(
                    "The check itself failed. That is not your doing, and your work is safe.");
        }
    }

    private static Optional<String> text(CheckBlock block, String key) {
        return Optional.ofNullable(block.fields().get(key)).map(String::valueOf);
    }
}
