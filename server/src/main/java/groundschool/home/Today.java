package groundschool.home;

import groundschool.learner.Learner;
import java.time.Instant;
import java.util.List;

/// Something that a learner may do today, as a line of the first page.
///
/// @param icon its picture
/// @param kind a word or two on what it is, such as `Next lesson`
/// @param title what it is about
/// @param note the rest, such as `12 minutes`
/// @param action the verb on its button, such as `Read the lesson`
public record Today(
        String icon, String kind, String title, String note, String action, String url) {

    /// What a feature contributes to the first page. `Main` lists those that there are, in the
    /// order in which the page shows them.
    @FunctionalInterface
    public interface Source {

        /// What there is to do now, the most urgent first; empty if nothing.
        List<Today> today(Learner learner, Instant now);
    }
}
