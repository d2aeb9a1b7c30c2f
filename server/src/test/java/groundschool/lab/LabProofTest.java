package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Proves every lab: its solution passes each check, step by step.
class LabProofTest extends LabProof {

    @TestFactory
    Stream<DynamicTest> an_empty_sandbox_scores_nothing() {
        return LABS.stream()
                .map(lab ->
                        DynamicTest.dynamicTest(
                                lab.id(),
                                () -> {
                                    assumeRuntime(lab);
                                    try (var rehearsal =
                                            new Rehearsal(CATALOGUE.before(lab), lab)) {
                                        assertThat(rehearsal.grade().score()).isZero();
                                    }
                                }));
    }

    @TestFactory
    Stream<DynamicTest> each_step_of_the_solution_passes_its_checks_and_not_before() {
        return LABS.stream()
                .map(lab ->
                        DynamicTest.dynamicTest(
                                lab.id(),
                                () -> {
                                    assumeRuntime(lab);
                                    try (var rehearsal =
                                            new Rehearsal(CATALOGUE.before(lab), lab)) {
                                        run(rehearsal, lab.solution().preamble());
                                        for (var step : lab.steps()) {
                                            var before = rehearsal.grade();
                                            run(
                                                    rehearsal,
                                                    lab.solution()
                                                            .steps()
                                                            .getOrDefault(step.id(), ""));
                                            var after = rehearsal.grade();

                                            for (var check : step.checks()) {
                                                assertThat(before.passed(check.id()))
                                                        .as("before: " + check.id())
                                                        .isFalse();
                                                assertThat(after.verdict(check.id()))
                                                        .as("after: " + check.id())
                                                        .hasValueSatisfying(verdict ->
                                                                assertThat(verdict.passed())
                                                                        .as(verdict.toString())
                                                                        .isTrue());
                                            }
                                        }
                                        assertThat(rehearsal.grade().score()).isEqualTo(100);
                                    }
                                }));
    }
}
