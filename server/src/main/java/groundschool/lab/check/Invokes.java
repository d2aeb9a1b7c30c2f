package groundschool.lab.check;

import groundschool.emulator.AwsException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Invokes a function in a fork of the sandbox, and holds what it returns, or the error that it
/// ends in, against what is expected.
public record Invokes(String function, JsonNode event, List<Expectation> expectations)
        implements Check {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Invokes {
        expectations = List.copyOf(expectations);
    }

    @Override
    public Optional<Evidence> look(Scene scene) {
        return scene.inFork(this::invoke);
    }

    private Optional<Evidence> invoke(Scene fork) {
        var lookedAt = lookedAt(fork.inspector().region());
        return switch (outcome(fork)) {
            case Calls.Outcome.Answered(var returned) ->
                    Expectation.firstUnmet(expectations, returned, lookedAt);
            case Calls.Outcome.Refused(var code, var message) ->
                    Optional.of(
                            new Evidence(
                                    lookedAt,
                                    "",
                                    Calls.inWords(code, message),
                                    expectations.getFirst().toString()));
        };
    }

    /// What the function returns, or the error that it ends in.
    ///
    /// @param fork in which functions may run
    Calls.Outcome outcome(Scene fork) {
        var payload =
                Base64.getEncoder()
                        .encodeToString(event.toString().getBytes(StandardCharsets.UTF_8));
        var input =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("FunctionName", function)
                        .put("Payload", payload);
        try {
            var answer = fork.emulator().perform(fork.inspector(), "lambda", "Invoke", input);
            var returned = Base64.getDecoder().decode(answer.path("Payload").asString(""));
            return new Calls.Outcome.Answered(MAPPER.readTree(returned));
        } catch (AwsException refusal) {
            return new Calls.Outcome.Refused(refusal.code(), refusal.message());
        }
    }

    String lookedAt(String region) {
        return "lambda Invoke %s in %s".formatted(function, region);
    }
}
