package groundschool.lab;

import groundschool.content.CheckBlock;
import groundschool.lab.check.Evidence;
import groundschool.lab.check.Filling;
import groundschool.lab.check.Verdict;
import java.util.Optional;

/// A check as a page shows it.
///
/// @param verdict absent if it has not been asked
/// @param passedAt when it passed for the first time, as the learner reads it
/// @param answer that the learner gave, if it asks for one
/// @param current whether its step is the one to work on
/// @param open whether its evidence is shown without being asked for
public record CheckView(
        CheckBlock block,
        Optional<Verdict> verdict,
        Optional<String> passedAt,
        Optional<String> answer,
        boolean current,
        boolean open,
        Filling filling) {

    /// The sign that stands for the verdict, by its name in the templates.
    public String sign() {
        return switch (verdict.orElseGet(Verdict.Passed::new)) {
            case Verdict.Passed _ -> verdict.isPresent() ? "pass" : "open";
            case Verdict.NotYet _ -> current ? "wait" : "open";
            case Verdict.CouldNotCheck _ -> "fail";
        };
    }

    /// The verdict in a word or two.
    public String word() {
        return switch (verdict.orElseGet(Verdict.Passed::new)) {
            case Verdict.Passed _ -> verdict.isPresent() ? "Passed" : "Not asked";
            case Verdict.NotYet _ -> "Not yet";
            case Verdict.CouldNotCheck _ -> "Could not be checked";
        };
    }

    public boolean passed() {
        return verdict.filter(Verdict::passed).isPresent();
    }

    /// What was found, for one that has not passed.
    public Optional<Evidence> evidence() {
        return verdict.flatMap(each ->
                switch (each) {
                    case Verdict.NotYet(var evidence, _, _) -> Optional.of(evidence);
                    case Verdict.Passed _, Verdict.CouldNotCheck _ -> Optional.empty();
                });
    }

    /// Why it wants what it wants, or why it could not look.
    public String why() {
        return verdict.map(each ->
                        switch (each) {
                            case Verdict.NotYet(_, var why, _) -> Inline.html(why);
                            case Verdict.CouldNotCheck(var reason) -> Inline.html(reason);
                            case Verdict.Passed _ -> "";
                        })
                .orElse("");
    }

    /// For those who ask for it.
    public Optional<String> hint() {
        return verdict.flatMap(each ->
                switch (each) {
                    case Verdict.NotYet(_, _, var hint) -> hint.map(Inline::html);
                    case Verdict.Passed _, Verdict.CouldNotCheck _ -> Optional.empty();
                });
    }

    /// What it asks, if it asks something.
    public Optional<String> question() {
        return Optional.ofNullable(block.fields().get("answer"))
                .map(question -> Inline.html(filling.fill(String.valueOf(question))));
    }

    public String unit() {
        return String.valueOf(block.fields().getOrDefault("unit", ""));
    }

    /// Changes when what is shown changes.
    public String state() {
        var seen = verdict.toString() + answer + current + open + block;
        return Integer.toHexString(seen.hashCode());
    }
}
