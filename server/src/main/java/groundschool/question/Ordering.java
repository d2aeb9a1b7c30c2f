package groundschool.question;

import groundschool.content.Prose;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Items to bring into the right order.
///
/// @param items in the right order
public record Ordering(Details details, List<Item> items) implements Question {

    public Ordering {
        items = List.copyOf(items);
        if (new HashSet<>(items.stream().map(Item::id).toList()).size() < items.size()) {
            throw new IllegalArgumentException("two items with the same id: " + items);
        }
    }

    /// Something to put in its place.
    ///
    /// @param id the author's, or else made from its text: its place would tell the answer
    public record Item(String id, Prose text) {}

    /// The items in an order that says nothing about the right one but that it is another, the same
    /// each time.
    public List<Item> mixed() {
        var mixed = new ArrayList<>(items);
        mixed.sort(Comparator.comparing(Item::id));
        if (mixed.equals(items)) {
            Collections.rotate(mixed, 1);
        }
        return List.copyOf(mixed);
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.ORDERING;
    }

    @Override
    public Answer answerIn(Map<String, List<String>> form) {
        var ids = items.stream().map(Item::id).toList();
        var given =
                form.getOrDefault(FIELD, List.of()).stream()
                        .limit(items.size())
                        .map(id -> ids.contains(id) ? id : "")
                        .toList();
        return given.stream().allMatch(String::isEmpty)
                ? new Answer.None()
                : new Answer.Ordered(given);
    }

    @Override
    public Grade grade(Answer answer) {
        if (!(answer instanceof Answer.Ordered(var given))) {
            return Grade.of(answer, false, 0, items.size());
        }
        var inPlace = 0;
        for (var place = 0; place < Math.min(given.size(), items.size()); place++) {
            if (items.get(place).id().equals(given.get(place))) {
                inPlace++;
            }
        }
        var isRight = inPlace == items.size() && given.size() == items.size();
        return Grade.of(answer, isRight, inPlace, items.size());
    }
}
