package groundschool.progress;

import groundschool.card.Review;
import groundschool.card.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// How many cards fall due on each of the coming days, if all are reviewed on their day.
///
/// @param days from today on
record Forecast(List<Day> days) {

    /// A day's cards. What is overdue counts for today.
    public record Day(LocalDate date, long cards) {}

    Forecast {
        days = List.copyOf(days);
    }

    static Forecast of(List<Review> reviews, int length, Instant now, ZoneId zone) {
        var today = LocalDate.ofInstant(now, zone);
        var days = new ArrayList<Day>();
        for (int ahead = 0; ahead < length; ahead++) {
            var date = today.plusDays(ahead);
            var cards =
                    reviews.stream()
                            .filter(review -> !(review.stage() instanceof Stage.Fresh))
                            .map(review -> LocalDate.ofInstant(review.dueAt(), zone))
                            .map(due -> due.isBefore(today) ? today : due)
                            .filter(date::equals)
                            .count();
            days.add(new Day(date, cards));
        }
        return new Forecast(days);
    }

    /// The most cards of a day; at least 1, so that it can be a scale.
    public long most() {
        return Math.max(1, days.stream().mapToLong(Day::cards).max().orElse(0));
    }
}
