package groundschool.card;

import java.time.Duration;

/// The formulas of FSRS-6, the Free Spaced Repetition Scheduler, with its published default
/// parameters.
///
/// Source: [The algorithm](https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm)
final class Fsrs {

    private static final double[] W = {
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
        0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
    };
    private static final double DECAY = -W[20];
    private static final double FACTOR = Math.pow(0.9, 1 / DECAY) - 1;
    private static final double LEAST_STABILITY_DAYS = 0.001;
    private static final int LONGEST_INTERVAL_DAYS = 36_500;

    private Fsrs() {}

    /// The chance of recalling a card some time after it was last asked, which counts in whole
    /// days.
    static double recall(Duration since, double stabilityDays) {
        var days = Math.max(0, since.toDays());
        return Math.pow(1 + FACTOR * days / stabilityDays, DECAY);
    }

    /// The time until the chance of recalling a card has fallen to `retention`, in whole days and
    /// at least one.
    ///
    /// Formula: `I(r, S) = S / FACTOR × (r^(1 / DECAY) − 1)`, where `FACTOR = 0.9^(1 / DECAY) − 1`,
    /// so that `I(0.9, S) = S`.
    ///
    /// @param retention a probability, above 0 and below 1
    /// @throws IllegalArgumentException if `retention` is not such a probability
    static Duration until(double retention, double stabilityDays) {
        if (!(retention > 0 && retention < 1)) {
            throw new IllegalArgumentException(
                    "retention must be above 0 and below 1: " + retention);
        }
        var days = Math.round(stabilityDays / FACTOR * (Math.pow(retention, 1 / DECAY) - 1));
        return Duration.ofDays(Math.clamp(days, 1, LONGEST_INTERVAL_DAYS));
    }

    /// Stability after the very first rating, in days.
    static double firstStability(Rating rating) {
        return Math.max(W[rating.number() - 1], LEAST_STABILITY_DAYS);
    }

    /// Difficulty after the very first rating.
    static double firstDifficulty(Rating rating) {
        return clampDifficulty(unboundedFirstDifficulty(rating));
    }

    private static double unboundedFirstDifficulty(Rating rating) {
        return W[4] - Math.exp(W[5] * (rating.number() - 1)) + 1;
    }

    /// Difficulty after a further rating: it moves less the nearer it is to 10, and is drawn a
    /// little to that of an easy card.
    static double nextDifficulty(double difficulty, Rating rating) {
        var change = -W[6] * (rating.number() - 3);
        var damped = difficulty + change * (10 - difficulty) / 9;
        return clampDifficulty(W[7] * unboundedFirstDifficulty(Rating.EASY) + (1 - W[7]) * damped);
    }

    private static double clampDifficulty(double difficulty) {
        return Math.clamp(difficulty, 1, 10);
    }

    /// Stability after a rating on the day of the last one.
    static double sameDayStability(double stabilityDays, Rating rating) {
        var increase =
                Math.exp(W[17] * (rating.number() - 3 + W[18])) * Math.pow(stabilityDays, -W[19]);
        return Math.max(
                stabilityDays * (rating.number() >= 3 ? Math.max(increase, 1) : increase),
                LEAST_STABILITY_DAYS);
    }

    /// Stability after a rating on a later day.
    ///
    /// @param recall the chance there was of recalling it
    static double nextStability(
            double stabilityDays, double difficulty, double recall, Rating rating) {
        return Math.max(
                rating == Rating.AGAIN
                        ? forgottenStability(stabilityDays, difficulty, recall)
                        : recalledStability(stabilityDays, difficulty, recall, rating),
                LEAST_STABILITY_DAYS);
    }

    private static double recalledStability(
            double stability, double difficulty, double recall, Rating rating) {
        var hardPenalty = rating == Rating.HARD ? W[15] : 1;
        var easyBonus = rating == Rating.EASY ? W[16] : 1;
        return stability
                * (1
                        + Math.exp(W[8])
                                * (11 - difficulty)
                                * Math.pow(stability, -W[9])
                                * (Math.exp((1 - recall) * W[10]) - 1)
                                * hardPenalty
                                * easyBonus);
    }

    private static double forgottenStability(double stability, double difficulty, double recall) {
        var longTerm =
                W[11]
                        * Math.pow(difficulty, -W[12])
                        * (Math.pow(stability + 1, W[13]) - 1)
                        * Math.exp((1 - recall) * W[14]);
        return Math.min(longTerm, stability / Math.exp(W[17] * W[18]));
    }
}
