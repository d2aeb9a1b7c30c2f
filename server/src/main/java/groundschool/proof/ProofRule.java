package groundschool.proof;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.Problem;
import java.util.List;

/// The proofs of questions must hold. It runs all of them, so that it is for `check` and not for
/// the start of the site.
public final class ProofRule implements ContentReader.Rule {

    @Override
    public List<Problem> problemsOf(Catalogue catalogue) {
        try (var runner = new ProofRunner()) {
            var proofs =
                    catalogue.questions().stream()
                            .flatMap(question -> question.details().proof().stream())
                            .toList();
            return proofs.parallelStream()
                    .flatMap(proof -> runner.run(proof).problems().stream())
                    .toList();
        }
    }
}
