package groundschool.content;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// A lab: a story, steps with checks, and the scripts that prove it.
///
/// @param continues the id of the lab in whose sandbox it goes on, with its files, and with its
///   value of each variable of the same name
/// @param services the AWS services that it uses, by the names that the AWS CLI has for them
/// @param cards the ids of the cards that fall due when a check fails
/// @param variables templates such as `orders-${random}` by name; filled anew for each run
/// @param playedTimes whether functions are said to take what they take on AWS
/// @param starter the files that a workspace begins with: text by path, `/` between folders
/// @param solution the script that solves it
/// @param wrong scripts that must fail a check, by the check's id; each runs instead of the step
public record Lab(
        String id,
        String title,
        Duration time,
        Optional<String> continues,
        List<String> objectives,
        List<String> services,
        List<String> cards,
        Map<String, String> variables,
        boolean playedTimes,
        Prose story,
        List<Step> steps,
        SequencedMap<String, String> starter,
        Script solution,
        Map<String, String> wrong) {

    public Lab {
        objectives = List.copyOf(objectives);
        services = List.copyOf(services);
        cards = List.copyOf(cards);
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        steps = List.copyOf(steps);
        starter = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(starter));
        wrong = Map.copyOf(wrong);
    }

    /// A step: what to build, why, and the checks that look at it.
    ///
    /// @param id the anchor of its heading, and its mark in the solution
    public record Step(String id, String title, Prose body, List<CheckBlock> checks) {

        public Step {
            checks = List.copyOf(checks);
        }

        /// The points that its checks give together.
        public int points() {
            return checks.stream().mapToInt(CheckBlock::points).sum();
        }
    }

    /// A solution, cut at its marks `# step: …`.
    ///
    /// @param text all of it
    /// @param preamble what stands before the first mark; runs first
    /// @param steps the commands of each step by the step's id, in order
    public record Script(String text, String preamble, SequencedMap<String, String> steps) {

        public Script {
            steps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(steps));
        }
    }

    /// All checks, in the order of the steps.
    public Stream<CheckBlock> checks() {
        return steps.stream().flatMap(step -> step.checks().stream());
    }

    /// The check that has this id.
    public Optional<CheckBlock> check(String checkId) {
        return checks().filter(check -> check.id().equals(checkId)).findFirst();
    }

    /// The step that has this id.
    public Optional<Step> step(String stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }
}
