package groundschool.card;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Says when a card is asked again, given how well it was recalled.
///
/// Learning steps of 1 and 10 minutes, one of 10 minutes after a lapse, and FSRS-6 for all that is
/// longer.
///
/// @param retention the chance of recall at which a card falls due
public record Scheduler(double retention) {

    private static final List<Duration> LEARNING =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(10));
    private static final List<Duration> RELEARNING = List.of(Duration.ofMinutes(10));

    /// The scheduler for everybody until they choose their own: nine cards of ten are remembered
    /// when they fall due.
    public static final Scheduler USUAL = new Scheduler(0.9);

    /// What follows from a rating.
    public record Next(Stage stage, Instant dueAt) {}

    /// What would follow from each rating, for the buttons.
    public Map<Rating, Next> all(Stage stage, Instant now) {
        var next = new EnumMap<Rating, Next>(Rating.class);
        for (var rating : Rating.values()) {
            next.put(rating, next(stage, rating, now));
        }
        return next;
    }

    /// What follows from this rating.
    public Next next(Stage stage, Rating rating, Instant now) {
        var memory = remember(stage, rating, now);
        return switch (stage) {
            case Stage.Fresh() -> learn(0, memory, rating, now);
            case Stage.Learning(var step, _) -> learn(step, memory, rating, now);
            case Stage.Reviewing(_) ->
                    rating == Rating.AGAIN
                            ? new Next(
                                    new Stage.Relearning(0, memory),
                                    now.plus(RELEARNING.getFirst()))
                            : review(memory, now);
            case Stage.Relearning(var step, _) -> relearn(step, memory, rating, now);
        };
    }

    private static Memory remember(Stage stage, Rating rating, Instant now) {
        return stage.memory()
                .map(before -> remember(before, rating, now))
                .orElseGet(() ->
                        new Memory(Fsrs.firstStability(rating), Fsrs.firstDifficulty(rating), now));
    }

    private static Memory remember(Memory before, Rating rating, Instant now) {
        var since = Duration.between(before.reviewedAt(), now);
        var stability =
                since.toDays() < 1
                        ? Fsrs.sameDayStability(before.stabilityDays(), rating)
                        : Fsrs.nextStability(
                                before.stabilityDays(),
                                before.difficulty(),
                                Fsrs.recall(since, before.stabilityDays()),
                                rating);
        return new Memory(stability, Fsrs.nextDifficulty(before.difficulty(), rating), now);
    }

    private Next learn(int step, Memory memory, Rating rating, Instant now) {
        return switch (rating) {
            case AGAIN -> learning(0, memory, now.plus(LEARNING.getFirst()));
            case HARD ->
                    learning(
                            step,
                            memory,
                            now.plus(
                                    step == 0
                                            ? LEARNING.get(0).plus(LEARNING.get(1)).dividedBy(2)
                                            : LEARNING.get(step)));
            case GOOD ->
                    step + 1 == LEARNING.size()
                            ? review(memory, now)
                            : learning(step + 1, memory, now.plus(LEARNING.get(step + 1)));
            case EASY -> review(memory, now);
        };
    }

    private static Next learning(int step, Memory memory, Instant dueAt) {
        return new Next(new Stage.Learning(step, memory), dueAt);
    }

    private Next relearn(int step, Memory memory, Rating rating, Instant now) {
        return switch (rating) {
            case AGAIN ->
                    new Next(new Stage.Relearning(0, memory), now.plus(RELEARNING.getFirst()));
            // The only step half as long again, as the reference implementation has it.
            case HARD ->
                    new Next(
                            new Stage.Relearning(step, memory),
                            now.plus(RELEARNING.getFirst().multipliedBy(3).dividedBy(2)));
            case GOOD, EASY -> review(memory, now);
        };
    }

    private Next review(Memory memory, Instant now) {
        return new Next(
                new Stage.Reviewing(memory),
                now.plus(Fsrs.until(retention, memory.stabilityDays())));
    }
}
