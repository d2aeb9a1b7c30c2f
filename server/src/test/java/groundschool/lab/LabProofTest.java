package groundschool.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import groundschool.OnPath;
import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.ContentReader.Result.Loaded;
import groundschool.content.Lab;
import groundschool.content.Problem;
import groundschool.lab.check.CheckRule;
import groundschool.lab.check.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Proves every lab that there is: its solution passes each check, and nothing less does.
class LabProofTest {

    private static final Catalogue CATALOGUE = catalogue();
    private static final List<Lab> LABS = CATALOGUE.labs();

    private static Catalogue catalogue() {
        var read =
                new ContentReader(new CheckRule(), List.of())
                        .read(Path.of("../content"), Path.of("../labs"));
        assertThat(read.problems()).noneMatch(Problem::refuses);
        return ((Loaded) read).catalogue();
    }

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

    /// Functions of labs are in Node.js, which this machine may not have.
    private static void assumeRuntime(Lab lab) {
        assumeTrue(
                !lab.services().contains("lambda") || OnPath.has("node"),
                "not proven: lab %s runs functions, and there is no `node` on PATH"
                        .formatted(lab.id()));
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

    private static void run(Rehearsal rehearsal, String script) {
        var result = rehearsal.run(script);
        assertThat(result.exitCode()).as(result.error()).isZero();
    }
}
