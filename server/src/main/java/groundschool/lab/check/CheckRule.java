package groundschool.lab.check;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.Problem;
import java.util.List;

/// The checks of labs must be ones that can be asked.
public final class CheckRule implements ContentReader.Rule {

    @Override
    public List<Problem> problemsOf(Catalogue catalogue) {
        return catalogue.labs().stream()
                .flatMap(lab -> CheckReader.problems(lab).stream())
                .toList();
    }
}
