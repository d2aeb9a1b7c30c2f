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
import java.nio.file.Path;
import java.util.List;

/// Every lab that there is, to be proven.
abstract class LabProof {

    static final Catalogue CATALOGUE = catalogue();
    static final List<Lab> LABS = CATALOGUE.labs();

    private static Catalogue catalogue() {
        var read =
                new ContentReader(new CheckRule(), List.of())
                        .read(Path.of("../content"), Path.of("../labs"));
        assertThat(read.problems()).noneMatch(Problem::refuses);
        return ((Loaded) read).catalogue();
    }

    /// Functions of labs are in Node.js, which this machine may not have.
    static void assumeRuntime(Lab lab) {
        assumeTrue(
                !lab.services().contains("lambda") || OnPath.has("node"),
                "not proven: lab %s runs functions, and there is no `node` on PATH"
                        .formatted(lab.id()));
    }

    static void run(Rehearsal rehearsal, String script) {
        var result = rehearsal.run(script);
        assertThat(result.exitCode()).as(result.error()).isZero();
    }
}
