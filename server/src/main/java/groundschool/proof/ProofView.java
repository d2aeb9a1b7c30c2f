package groundschool.proof;

import groundschool.lab.check.Calls;
import groundschool.lab.check.Evidence;
import groundschool.question.Answer;
import groundschool.question.Question;
import groundschool.question.QuestionView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// The run of a proof as a page shows it to those who have answered.
///
/// @param holds whether each option gave what its author says
/// @param possible whether it could be run
/// @param options in the order of the question; empty if the set-up failed
public record ProofView(
        boolean holds, boolean possible, List<Step> setup, List<OptionRun> options) {

    private static final ObjectWriter LINES =
            JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
    private static final ObjectWriter ONE_LINE =
            LINES.with(
                    new DefaultPrettyPrinter()
                            .withObjectIndenter(new DefaultPrettyPrinter.FixedSpaceIndenter()));
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST = 4_000;

    public ProofView {
        setup = List.copyOf(setup);
        options = List.copyOf(options);
    }

    /// A call that was made.
    ///
    /// @param call such as `dynamodb PutItem`
    /// @param input as JSON
    /// @param gave the answer as JSON, or the error's code and message
    public record Step(
            String call,
            String input,
            boolean refused,
            String gave,
            List<String> expected,
            Optional<Evidence> differs) {}

    /// An option and its call.
    ///
    /// @param label such as `Option B`
    /// @param right by the key
    public record OptionRun(String label, boolean right, Step step) {}

    static ProofView of(Question question, ProofRun run) {
        return switch (run) {
            case ProofRun.Impossible _ -> new ProofView(false, false, List.of(), List.of());
            case ProofRun.Made made ->
                    new ProofView(
                            made.holds(),
                            true,
                            made.setup().stream().map(ProofView::step).toList(),
                            made.options().entrySet().stream()
                                    .map(each ->
                                            option(question, each.getKey(), step(each.getValue())))
                                    .toList());
        };
    }

    /// The answer of a question without options is right.
    private static OptionRun option(Question question, String id, Step step) {
        return QuestionView.of(question, new Answer.None(), Set.of()).options().stream()
                .filter(letter -> letter.option().id().equals(id))
                .findFirst()
                .map(letter -> new OptionRun("Option " + letter.letter(), letter.right(), step))
                .orElseGet(() -> new OptionRun("The answer", true, step));
    }

    private static Step step(ProofRun.Step step) {
        var call = step.call();
        return new Step(
                call.service() + " " + call.operation(),
                json(call.input()),
                step.outcome() instanceof Calls.Outcome.Refused,
                switch (step.outcome()) {
                    case Calls.Outcome.Answered(var answer) -> json(answer);
                    case Calls.Outcome.Refused(var code, var message) ->
                            message.isEmpty() ? code : code + ": " + message;
                },
                call.expected(),
                step.differs());
    }

    private static String json(JsonNode node) {
        var line = ONE_LINE.writeValueAsString(node);
        var text = line.length() > LONGEST_LINE ? LINES.writeValueAsString(node) : line;
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
