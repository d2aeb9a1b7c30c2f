package groundschool.lab;

import groundschool.content.Lab;
import java.util.List;

/// A step as a page shows it.
///
/// @param number from 1
/// @param html its text with the run's variables in it
/// @param finished whether all its checks pass
/// @param current whether it is the one to work on
/// @param canReturn whether the run can go back to when it was finished
public record StepView(
        int number,
        Lab.Step step,
        String html,
        List<CheckView> checks,
        boolean finished,
        boolean current,
        boolean canReturn) {

    public StepView {
        checks = List.copyOf(checks);
    }
}
