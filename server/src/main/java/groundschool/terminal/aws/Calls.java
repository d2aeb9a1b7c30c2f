package groundschool.terminal.aws;

import groundschool.emulator.AwsException;
import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.wire.ApiModel;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Calls one service as one caller.
///
/// @param service such as `dynamodb`
public record Calls(Emulator emulator, Caller caller, String service) {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /// What a call came to.
    public sealed interface Outcome {
        record Answered(ObjectNode answer) implements Outcome {}

        record Refused(String code, String message) implements Outcome {}
    }

    ApiModel model() {
        return emulator.endpoint(service).orElseThrow().model();
    }

    /// The operations that the emulator has, by their names on the command line.
    SortedMap<String, String> operations() {
        var operations = new TreeMap<String, String>();
        for (var operation : emulator.endpoint(service).orElseThrow().operations()) {
            operations.put(CliNames.of(operation), operation);
        }
        return operations;
    }

    Optional<Shape> input(String operation) {
        return model().input(operation).map(node -> new Shape(model(), operation + "Input", node));
    }

    Optional<Shape> output(String operation) {
        return model().output(operation)
                .map(node -> new Shape(model(), operation + "Output", node));
    }

    /// Asks the service, once the input fits the API.
    ///
    /// @throws CliException if it does not
    public Outcome call(String operation, JsonNode input) {
        var shape = input(operation);
        shape.ifPresent(each -> Validation.check(input, each));
        var sent = shape.map(each -> Wire.input(input, each)).orElse(input);
        try {
            var answer = emulator.perform(caller, service, operation, sent);
            var empty = (JsonNode) JsonNodeFactory.instance.objectNode();
            var read = output(operation).map(each -> Wire.output(answer, each)).orElse(empty);
            return new Outcome.Answered((ObjectNode) read);
        } catch (AwsException refusal) {
            return new Outcome.Refused(refusal.code(), refusal.message());
        } catch (RuntimeException failure) {
            LOG.error("{} {}", service, operation, failure);
            return new Outcome.Refused("InternalServerError", "Internal server error");
        }
    }

    /// As [#call], for those who need an answer.
    ///
    /// @throws CliException if the service refuses
    public ObjectNode answer(String operation, JsonNode input) {
        return switch (call(operation, input)) {
            case Outcome.Answered(var answer) -> answer;
            case Outcome.Refused(var code, var message) ->
                    throw CliException.refused(
                            "An error occurred (%s) when calling the %s operation: %s"
                                    .formatted(code, operation, message));
        };
    }
}
