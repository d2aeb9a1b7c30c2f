package groundschool.card;

import groundschool.content.Card;
import groundschool.content.Catalogue;
import groundschool.content.Lesson;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a learner is to review now, in order: what is being learned, what falls due, and some fresh
/// cards.
///
/// @param waiting all that can be asked now, the next first
/// @param laterAt when something falls due that cannot be asked yet; absent if nothing will
/// @param taken how many were taken up at all
public record Session(List<Asked> waiting, Optional<Instant> laterAt, int taken) {

    /// Fresh cards that are asked in one day, so that tomorrow's reviews stay few.
    public static final int FRESH_A_DAY = 20;

    /// A card that is being learned is asked a little early when nothing else is left to do.
    private static final Duration AHEAD = Duration.ofMinutes(20);

    /// Answering a card takes about this long.
    private static final Duration EACH = Duration.ofSeconds(10);

    /// A card as it is asked.
    public record Asked(Review review, Card card, Card.Prompt prompt, Lesson lesson) {}

    /// The session of somebody who has taken up these cards.
    ///
    /// @param reviews all of them; those whose card is not in the catalogue any more are left out
    /// @param lessonId only of this lesson, if given
    /// @param freshToday how many fresh cards were asked today
    public static Session of(
            List<Review> reviews,
            Catalogue catalogue,
            Optional<String> lessonId,
            int freshToday,
            Instant now) {
        var known =
                reviews.stream()
                        .flatMap(review -> asked(review, catalogue).stream())
                        .filter(asked ->
                                lessonId.isEmpty() || asked.lesson().id().equals(lessonId.get()))
                        .toList();
        // Fresh cards come in the order of the lessons, as they were written to be met.
        var order = catalogue.cards().stream().map(Card::id).toList();
        var fresh =
                known.stream()
                        .filter(asked -> isFresh(asked.review()))
                        .sorted(Comparator.comparing(asked -> order.indexOf(asked.card().id())))
                        .limit(Math.max(0, FRESH_A_DAY - freshToday));
        var due =
                known.stream()
                        .filter(asked -> !isFresh(asked.review()))
                        .filter(asked -> !asked.review().dueAt().isAfter(now))
                        .sorted(Comparator.comparing(Session::isMinutesAway).reversed());
        var waiting = Stream.concat(due, fresh).toList();
        if (waiting.isEmpty()) {
            waiting =
                    known.stream()
                            .filter(Session::isMinutesAway)
                            .filter(asked -> asked.review().dueAt().isBefore(now.plus(AHEAD)))
                            .toList();
        }
        var later =
                known.stream()
                        .filter(asked -> !isFresh(asked.review()))
                        .map(asked -> asked.review().dueAt())
                        .filter(dueAt -> dueAt.isAfter(now))
                        .min(Comparator.naturalOrder());
        return new Session(waiting, later, known.size());
    }

    private static Optional<Asked> asked(Review review, Catalogue catalogue) {
        return catalogue
                .card(review.cardId())
                .flatMap(card ->
                        card.prompts().stream()
                                .filter(prompt -> prompt.id().equals(review.promptId()))
                                .findFirst()
                                .flatMap(prompt ->
                                        catalogue
                                                .lessonOf(card.id())
                                                .map(lesson ->
                                                        new Asked(review, card, prompt, lesson))));
    }

    private static boolean isFresh(Review review) {
        return review.stage() instanceof Stage.Fresh;
    }

    private static boolean isMinutesAway(Asked asked) {
        return switch (asked.review().stage()) {
            case Stage.Learning _, Stage.Relearning _ -> true;
            case Stage.Fresh _, Stage.Reviewing _ -> false;
        };
    }

    /// The card to ask.
    public Optional<Asked> next() {
        return waiting.stream().findFirst();
    }

    /// The card with that prompt, if it waits.
    public Optional<Asked> prompt(String id) {
        return waiting.stream().filter(asked -> asked.prompt().id().equals(id)).findFirst();
    }

    /// How many are left.
    public int left() {
        return waiting.size();
    }

    /// How long that takes, about, in whole minutes.
    public long minutes() {
        return Math.ceilDiv(EACH.multipliedBy(left()).toSeconds(), 60);
    }
}
