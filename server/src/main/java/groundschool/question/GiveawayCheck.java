package groundschool.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Whether a file of questions gives its answers away: by their place, or by their length.
public final class GiveawayCheck {

    /// With fewer questions a pattern is chance.
    private static final int ENOUGH = 3;

    private GiveawayCheck() {}

    /// What gives the answers away; absent if nothing does.
    public static Optional<String> check(List<Question> questions) {
        var places = new ArrayList<Integer>();
        var longest = 0;
        for (var question : questions) {
            if (question instanceof Choice(_, var options, var right)) {
                var place = options.stream().map(Option::id).toList().indexOf(right);
                places.add(place);
                if (isLongest(options, place)) {
                    longest++;
                }
            }
        }
        if (places.size() < ENOUGH) {
            return Optional.empty();
        }
        if (new HashSet<>(places).size() == 1) {
            return Optional.of(
                    "in all %d questions of this file option %d is right: vary the place"
                            .formatted(places.size(), places.getFirst() + 1));
        }
        return longest == places.size()
                ? Optional.of(
                        "in all %d questions of this file the right option is the longest: vary the length"
                                .formatted(longest))
                : Optional.empty();
    }

    private static boolean isLongest(List<Option> options, int place) {
        var length = options.get(place).text().text().length();
        return options.stream().filter(option -> option.text().text().length() >= length).count()
                == 1;
    }
}
