package groundschool.card;

import java.time.Instant;

/// What is known of a learner's memory of a card.
///
/// @param stabilityDays the time in which the chance of recall falls to 90 %
/// @param difficulty 1 (easy) to 10
/// @param reviewedAt when it was last asked
public record Memory(double stabilityDays, double difficulty, Instant reviewedAt) {}
