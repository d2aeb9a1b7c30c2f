package groundschool.lab.check;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Makes a call as the inspector and holds its answer against what is expected.
///
/// A call that may change something is made in a fork of the sandbox.
///
/// @param service such as `dynamodb`
/// @param operation such as `DescribeTable`
/// @param error the code of the refusal that is right, instead of an answer
public record Calls(
        String service,
        String operation,
        JsonNode input,
        List<Expectation> expectations,
        Optional<String> error)
        implements Check {

    private static final List<String> READING =
            List.of("Get", "Describe", "List", "Query", "Scan", "BatchGet");

    public Calls {
        expectations = List.copyOf(expectations);
    }

    /// What a call came to.
    public sealed interface Outcome {
        record Answered(JsonNode answer) implements Outcome {}

        record Refused(String code, String message) implements Outcome {}
    }

    @Override
    public Optional<Evidence> look(Scene scene) {
        var where = reads() ? scene : scene.fork();
        return differs(make(where.emulator(), where.inspector()), scene.inspector().region());
    }

    /// Makes the call.
    public Outcome make(Emulator emulator, Caller caller) {
        try {
            return new Outcome.Answered(emulator.perform(caller, service, operation, input));
        } catch (AwsException refusal) {
            return new Outcome.Refused(refusal.code(), refusal.message());
        }
    }

    /// What of an outcome differs from what is expected; nothing if it is as it should be.
    public Optional<Evidence> differs(Outcome outcome, String region) {
        var lookedAt = lookedAt(region);
        return switch (outcome) {
            case Outcome.Answered(var answer) ->
                    error.map(code -> new Evidence(lookedAt, "", "an answer", code))
                            .or(() -> Expectation.firstUnmet(expectations, answer, lookedAt));
            case Outcome.Refused(var code, _) when error.filter(code::equals).isPresent() ->
                    Optional.empty();
            case Outcome.Refused(var code, var message) ->
                    Optional.of(
                            new Evidence(lookedAt, "", inWords(code, message), firstExpected()));
        };
    }

    /// The operation that AWS has but the emulator has not, in the emulator's words; nothing if it
    /// has it.
    public Optional<String> missingIn(Emulator emulator) {
        var endpoint = emulator.endpoint(service);
        if (endpoint.isEmpty()) {
            return Optional.of("Groundschool's emulator has no service %s.".formatted(service));
        }
        try {
            endpoint.get().operation(operation);
            return Optional.empty();
        } catch (AwsException missing) {
            return Optional.of(inWords(missing.code(), missing.message()));
        }
    }

    private boolean reads() {
        return READING.stream().anyMatch(operation::startsWith);
    }

    String lookedAt(String region) {
        var parameters =
                input.properties().stream()
                        .map(each ->
                                each.getValue().isString()
                                        ? each.getValue().stringValue()
                                        : each.getKey() + "=" + each.getValue());
        return Stream.of(Stream.of(service, operation), parameters, Stream.of("in", region))
                .flatMap(words -> words)
                .collect(Collectors.joining(" "));
    }

    /// What is expected, one thing in each line.
    public List<String> expected() {
        return error.map(List::of)
                .orElseGet(() -> expectations.stream().map(Expectation::toString).toList());
    }

    private String firstExpected() {
        return expected().stream().findFirst().orElse("an answer");
    }

    static String inWords(String code, String message) {
        return message.isEmpty() ? code : code + ": " + message;
    }
}
