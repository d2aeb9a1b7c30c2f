package groundschool.content;

import java.util.List;
import java.util.Optional;

/// A flashcard.
///
/// @param front what is asked; in a cloze card with gaps in place of the hidden words
/// @param back the answer, and whatever helps to remember it
/// @param cloze the front with the hidden words shown and marked; absent if nothing is hidden
/// @param objective the skill it serves; absent only in a draft
/// @param reversed whether it is asked from back to front too
/// @param context whether the exam does not ask it
public record Card(
        String id,
        Prose front,
        Prose back,
        Optional<Prose> cloze,
        List<Source> sources,
        Optional<String> objective,
        boolean reversed,
        boolean context) {

    public Card {
        sources = List.copyOf(sources);
    }

    /// One way of asking a card, which a learner remembers or forgets by itself.
    ///
    /// @param id the card's own for the way forward, with `~reversed` behind it for the way back
    /// @param answer what is shown when the learner asks for it
    public record Prompt(String id, Prose asked, Prose answer) {}

    /// The ways in which it is asked: one, or two if it is reversed.
    public List<Prompt> prompts() {
        var forward = new Prompt(id, front, answer());
        return reversed
                ? List.of(forward, new Prompt(id + "~reversed", back, front))
                : List.of(forward);
    }

    /// The same card with this objective, unless it has one.
    public Card orObjective(Optional<String> other) {
        return new Card(
                id, front, back, cloze, sources, objective.or(() -> other), reversed, context);
    }

    private Prose answer() {
        return cloze.map(shown ->
                        new Prose(
                                shown.html() + "\n" + back.html(),
                                shown.text() + "\n" + back.text()))
                .orElse(back);
    }
}
