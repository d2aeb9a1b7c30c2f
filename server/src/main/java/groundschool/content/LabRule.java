package groundschool.content;

import java.util.List;

/// Something that each lab must obey by itself and that its reader does not know, such as which
/// fields a check has. What it said of a lab is remembered with the lab.
public interface LabRule {

    /// What is wrong with this lab; empty if nothing.
    List<Problem> problemsOf(Lab lab);
}
