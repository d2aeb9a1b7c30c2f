package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.Lab;
import groundschool.lab.check.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Proves the checks of every lab: nothing less than its solution passes them.
class WrongSolutionsTest extends LabProof {

    @TestFactory
    Stream<DynamicTest> each_wrong_solution_fails_its_check() {
        return LABS.stream()
                .flatMap(lab ->
                        lab.wrong().keySet().stream()
                                .map(checkId ->
                                        DynamicTest.dynamicTest(
                                                lab.id() + ": " + checkId,
                                                () -> fails(lab, checkId))));
    }

    private static void fails(Lab lab, String checkId) {
        assumeRuntime(lab);
        try (var rehearsal = new Rehearsal(CATALOGUE.before(lab), lab)) {
            run(rehearsal, lab.solution().preamble());
            for (var step : lab.steps()) {
                var isItsStep = step.checks().stream().anyMatch(each -> each.id().equals(checkId));
                run(
                        rehearsal,
                        isItsStep
                                ? lab.wrong().getOrDefault(checkId, "")
                                : lab.solution().steps().getOrDefault(step.id(), ""));
                if (isItsStep) {
                    var grading = rehearsal.grade();
                    assertThat(grading.passed(checkId)).isFalse();
                    assertThat(grading.verdict(checkId).orElseThrow())
                            .isInstanceOf(Verdict.NotYet.class);
                    return;
                }
            }
        }
    }
}
