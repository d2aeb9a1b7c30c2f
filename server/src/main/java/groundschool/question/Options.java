package groundschool.question;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What a choice and a multiple response have in common.
final class Options {

    private Options() {}

    static void check(List<Option> options, Set<String> right) {
        var ids = new HashSet<String>();
        for (var option : options) {
            if (!ids.add(option.id())) {
                throw new IllegalArgumentException("two options with id " + option.id());
            }
        }
        if (right.isEmpty() || !ids.containsAll(right)) {
            throw new IllegalArgumentException(
                    "right must be some of %s: %s".formatted(ids, right));
        }
    }

    static Answer chosenIn(Map<String, List<String>> form, List<Option> options) {
        var given = form.getOrDefault(Question.FIELD, List.of());
        var chosen = new TreeSet<String>();
        options.stream().map(Option::id).filter(given::contains).forEach(chosen::add);
        return chosen.isEmpty() ? new Answer.None() : new Answer.Chosen(chosen);
    }
}
