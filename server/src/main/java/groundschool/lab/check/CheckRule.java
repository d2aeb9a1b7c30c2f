package groundschool.lab.check;

import groundschool.content.Lab;
import groundschool.content.LabRule;
import groundschool.content.Problem;
import java.util.List;

/// The checks of labs must be ones that can be asked.
public final class CheckRule implements LabRule {

    @Override
    public List<Problem> problemsOf(Lab lab) {
        return CheckReader.problems(lab);
    }
}
