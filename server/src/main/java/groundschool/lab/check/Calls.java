package groundschool.lab.check;

import groundschool.emulator.AwsException;
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

    @Override
    public Optional<Evidence> look(Scene scene) {
        return look(reads() ? scene : scene.fork(), lookedAt(scene.inspector().region()));
    }

    /// The same in a scene that the call may change.
    Optional<Evidence> look(Scene where, String lookedAt) {
        try {
            var answer = where.perform(service, operation, input);
            return error.isPresent()
                    ? Optional.of(new Evidence(lookedAt, "", "an answer", error.get()))
                    : Expectation.firstUnmet(expectations, answer, lookedAt);
        } catch (AwsException refusal) {
            if (error.filter(refusal.code()::equals).isPresent()) {
                return Optional.empty();
            }
            return Optional.of(new Evidence(lookedAt, "", inWords(refusal), expected()));
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

    private String expected() {
        return error.or(() -> expectations.stream().findFirst().map(Expectation::toString))
                .orElse("an answer");
    }

    static String inWords(AwsException refusal) {
        return refusal.message().isEmpty()
                ? refusal.code()
                : refusal.code() + ": " + refusal.message();
    }
}
