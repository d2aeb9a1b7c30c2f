package groundschool.exam;

import groundschool.question.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a page's form says of one question, and which of it the candidate has changed there. The
/// same question may be open in two tabs: what one of them has not touched must not undo what the
/// other has.
///
/// @param struck the ids of the options that are struck out
/// @param changed the names of the form's fields that were changed on that page
record Marks(Answer answer, boolean flagged, Set<String> struck, Set<String> changed) {

    private static final String ANSWER = "answer";
    private static final String FLAGGED = "flagged";
    private static final String STRUCK = "struck";

    Marks {
        struck = Set.copyOf(struck);
        changed = Set.copyOf(changed);
    }

    /// Reads a form. What differs from what the page was made with is changed; a script may name
    /// more in the field `touched`, for what was changed there and back.
    static Marks in(Map<String, List<String>> form, Asked asked) {
        var known = asked.view().options().stream().map(each -> each.option().id()).toList();
        var answer = asked.question().answerIn(form);
        var flagged = form.containsKey(FLAGGED);
        var struck =
                all(form, STRUCK).filter(known::contains).collect(Collectors.toUnmodifiableSet());
        var changed = all(form, "touched").collect(Collectors.toSet());
        if (!answer.text().equals(shown(form, ANSWER))) {
            changed.add(ANSWER);
        }
        if (flagged != Boolean.parseBoolean(shown(form, FLAGGED))) {
            changed.add(FLAGGED);
        }
        if (!struck.equals(all(form, "shown-" + STRUCK).collect(Collectors.toSet()))) {
            changed.add(STRUCK);
        }
        return new Marks(answer, flagged, struck, changed);
    }

    boolean changesAnswer() {
        return changed.contains(ANSWER);
    }

    boolean changesFlag() {
        return changed.contains(FLAGGED);
    }

    boolean changesStrikes() {
        return changed.contains(STRUCK);
    }

    private static String shown(Map<String, List<String>> form, String field) {
        return all(form, "shown-" + field).findFirst().orElse("");
    }

    private static Stream<String> all(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of()).stream();
    }
}
