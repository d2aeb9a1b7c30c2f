package groundschool.content;

import java.util.List;

/// A course's sheet of formulas, with worked examples.
///
/// @param headings of the body, in order
public record Formulas(String title, Prose body, List<Heading> headings, List<Source> sources) {

    public Formulas {
        headings = List.copyOf(headings);
        sources = List.copyOf(sources);
    }
}
