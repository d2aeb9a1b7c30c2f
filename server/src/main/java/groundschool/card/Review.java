package groundschool.card;

import java.time.Instant;

/// A card that a learner has taken up, in one of its ways of being asked.
///
/// @param promptId which card, and which way
/// @param dueAt when it is next asked
/// @param grades how often it was graded, so that a form which was sent twice counts once
public record Review(String promptId, String cardId, Stage stage, Instant dueAt, int grades) {}
