package groundschool.terminal.aws;

import groundschool.jmespath.JmesPath;
import groundschool.terminal.aws.Calls.Outcome;
import groundschool.terminal.shell.Invocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `aws SERVICE wait CONDITION …`, by the model's own conditions.
///
/// Unlike AWS, it asks again after milliseconds, not after the model's 20 seconds: what takes time
/// here takes it on the sandbox's clock.
record Waits(Calls calls, Invocation invocation) {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);
    private static final int MOST_ATTEMPTS = 60;

    int run(List<String> arguments) {
        var waiters = new TreeMap<String, String>();
        calls.model()
                .waiters()
                .propertyNames()
                .forEach(name -> waiters.put(CliNames.of(name), name));
        var parsed = new ArgumentParser(List.of()).parse(arguments);
        if (parsed.word().isEmpty()) {
            throw CliException.invalid(
                    "usage: aws [options] <command> <subcommand> [parameters]\naws: error: too few arguments");
        }
        if (parsed.word().equals(Optional.of("help"))) {
            invocation.out(Help.waiters(calls.service(), waiters.keySet()));
            return 0;
        }
        var choice = AwsProgram.chosen("subcommand", parsed, List.copyOf(waiters.keySet()));
        await(waiters.getOrDefault(choice, choice), parsed.rest());
        return 0;
    }

    private void await(String name, List<String> arguments) {
        var waiter = calls.model().waiters().path(name);
        var operation = waiter.path("operation").asString();
        if (!calls.operations().containsValue(operation)) {
            throw CliException.usage(
                    "argument subcommand: it needs %s, which is not here yet"
                            .formatted(CliNames.of(operation)));
        }
        var parameters = Parameters.of(calls.model(), operation);
        if (arguments.equals(List.of("help"))) {
            invocation.out(Help.parameters(calls, operation, parameters));
            return;
        }
        var input =
                OperationInput.read(
                                parameters,
                                arguments,
                                new Values(invocation.workspace()),
                                Globals.Blobs.BASE64)
                        .input();
        var pause = FIRST_PAUSE;
        for (var attempt = 1; !isReached(name, waiter, operation, input); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw failed(name, "Max attempts exceeded");
            }
            invocation.run().pause(pause);
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        }
    }

    private boolean isReached(String name, JsonNode waiter, String operation, ObjectNode input) {
        var outcome = calls.call(operation, input);
        for (var acceptor : waiter.path("acceptors").values()) {
            if (accepts(acceptor, outcome)) {
                return switch (acceptor.path("state").asString()) {
                    case "success" -> true;
                    case "failure" ->
                            throw failed(
                                    name,
                                    "Waiter encountered a terminal failure state: "
                                            + explanation(acceptor));
                    default -> false;
                };
            }
        }
        return switch (outcome) {
            case Outcome.Answered _ -> false;
            case Outcome.Refused(var code, var message) ->
                    throw failed(name, "An error occurred (%s): %s".formatted(code, message));
        };
    }

    private static boolean accepts(JsonNode acceptor, Outcome outcome) {
        var expected = acceptor.path("expected");
        return switch (outcome) {
            case Outcome.Refused(var code, _) ->
                    acceptor.path("matcher").asString().equals("error")
                            && (expected.isBoolean()
                                    ? expected.asBoolean()
                                    : expected.asString().equals(code));
            case Outcome.Answered(var answer) -> {
                var argument = acceptor.path("argument").asString("");
                yield switch (acceptor.path("matcher").asString()) {
                    case "path" -> JmesPath.of(argument).search(answer).equals(expected);
                    case "pathAll" -> {
                        var found = JmesPath.of(argument).search(answer);
                        yield found.isArray()
                                && !found.isEmpty()
                                && found.values().stream().allMatch(expected::equals);
                    }
                    case "pathAny" -> {
                        var found = JmesPath.of(argument).search(answer);
                        yield found.isArray() && found.values().stream().anyMatch(expected::equals);
                    }
                    case "status" -> expected.asInt() == 200;
                    default -> false;
                };
            }
        };
    }

    private static String explanation(JsonNode acceptor) {
        var expected = PythonText.str(acceptor.path("expected"));
        var argument = acceptor.path("argument").asString("");
        return switch (acceptor.path("matcher").asString()) {
            case "path" ->
                    "For expression \"%s\" we matched expected path: \"%s\""
                            .formatted(argument, expected);
            case "pathAll" ->
                    "For expression \"%s\" all members matched expected path: \"%s\""
                            .formatted(argument, expected);
            case "pathAny" ->
                    "For expression \"%s\" we matched expected path: \"%s\" at least once"
                            .formatted(argument, expected);
            case "status" -> "Matched expected HTTP status code: " + expected;
            default -> "Matched expected service error code: " + expected;
        };
    }

    private static CliException failed(String waiter, String reason) {
        return CliException.failed("Waiter %s failed: %s".formatted(waiter, reason));
    }
}
