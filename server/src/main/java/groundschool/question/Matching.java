package groundschool.question;

import groundschool.content.Prose;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Prompts, each to be given its answer. Several prompts may have the same one.
///
/// @param promptTitle the heading above the prompts
/// @param answerTitle the heading above the answers
public record Matching(Details details, String promptTitle, String answerTitle, List<Pair> pairs)
        implements Question {

    public Matching {
        pairs = List.copyOf(pairs);
        if (new HashSet<>(pairs.stream().map(Pair::id).toList()).size() < pairs.size()) {
            throw new IllegalArgumentException("two pairs with the same id: " + pairs);
        }
    }

    /// A prompt and its answer.
    ///
    /// @param id of the prompt: its place from 1
    public record Pair(String id, Prose prompt, Choosable answer) {}

    /// An answer to choose for a prompt.
    ///
    /// @param id made from its text: its place would tell the prompt
    public record Choosable(String id, Prose text) {}

    /// The different answers, in an order that says nothing, the same each time.
    public List<Choosable> answers() {
        return pairs.stream()
                .map(Pair::answer)
                .distinct()
                .sorted(Comparator.comparing(Choosable::id))
                .toList();
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.MATCHING;
    }

    @Override
    public Answer answerIn(Map<String, List<String>> form) {
        var known = new HashSet<>(answers().stream().map(Choosable::id).toList());
        var matched = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            form.getOrDefault(FIELD + "-" + pair.id(), List.of()).stream()
                    .filter(known::contains)
                    .findFirst()
                    .ifPresent(answer -> matched.put(pair.id(), answer));
        }
        return matched.isEmpty() ? new Answer.None() : new Answer.Matched(matched);
    }

    @Override
    public Grade grade(Answer answer) {
        if (!(answer instanceof Answer.Matched(var given))) {
            return Grade.of(answer, false, 0, pairs.size());
        }
        var right = new HashMap<String, String>();
        pairs.forEach(pair -> right.put(pair.id(), pair.answer().id()));
        var hits =
                (int)
                        given.entrySet().stream()
                                .filter(entry -> entry.getValue().equals(right.get(entry.getKey())))
                                .count();
        return Grade.of(answer, given.equals(right), hits, pairs.size());
    }
}
