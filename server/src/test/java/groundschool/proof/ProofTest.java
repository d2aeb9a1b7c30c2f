package groundschool.proof;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.content.ContentReader;
import groundschool.content.ContentReader.Result.Loaded;
import groundschool.content.Problem;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs the proof of every question that there is and has one.
class ProofTest {

    private static final ProofRunner RUNNER = new ProofRunner();

    @AfterAll
    static void close() {
        RUNNER.close();
    }

    @TestFactory
    Stream<DynamicTest> each_proof_holds() {
        var read = new ContentReader().read(Path.of("../content"), Path.of("../labs"));
        assertThat(read.problems()).noneMatch(Problem::refuses);
        return ((Loaded) read)
                .catalogue().questions().stream()
                        .filter(question -> question.details().proof().isPresent())
                        .map(question ->
                                DynamicTest.dynamicTest(
                                        question.id(),
                                        () -> {
                                            var proof = question.details().proof().orElseThrow();
                                            var run = RUNNER.run(proof);
                                            assertThat(run.holds()).as(said(run)).isTrue();
                                        }));
    }

    private static String said(ProofRun run) {
        return run.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
