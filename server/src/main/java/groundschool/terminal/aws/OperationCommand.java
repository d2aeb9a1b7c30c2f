package groundschool.terminal.aws;

import groundschool.jmespath.JmesPath;
import groundschool.terminal.shell.Invocation;
import groundschool.terminal.shell.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `aws SERVICE OPERATION …`: reads the parameters, calls, and prints the answer.
///
/// @param operation as the API names it
record OperationCommand(Calls calls, String operation, Globals globals, Invocation invocation) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    int run(List<String> arguments) {
        var parameters = Parameters.of(calls.model(), operation);
        if (arguments.equals(List.of("help"))) {
            invocation.out(Help.parameters(calls, operation, parameters));
            return 0;
        }
        var read =
                OperationInput.read(
                        parameters, arguments, new Values(invocation.workspace()), globals.blobs());
        if (read.parsed().has(Parameters.SKELETON)) {
            return skeleton(read);
        }
        var paginator = parameters.pages().filter(pages -> turnsPages(pages, read));
        paginator.ifPresentOrElse(
                pages -> printPages(pages, read),
                () -> {
                    var answer = calls.answer(operation, read.input());
                    parameters.body().ifPresent(member -> keepBody(answer, member, read));
                    print(answer);
                });
        return 0;
    }

    private int skeleton(OperationInput read) {
        var ofOutput = read.parsed().one(Parameters.SKELETON).filter("output"::equals).isPresent();
        if (ofOutput) {
            calls.input(operation).ifPresent(shape -> Validation.check(read.input(), shape));
        }
        var shape = ofOutput ? calls.output(operation) : calls.input(operation);
        var empty = (JsonNode) NODES.objectNode();
        invocation.out(JsonOutput.indented(shape.map(Skeleton::of).orElse(empty)));
        return 0;
    }

    /// Writes what an answer consists of into the file that was named, and takes it out of what is
    /// printed.
    private void keepBody(ObjectNode answer, String member, OperationInput read) {
        var body = Base64.getDecoder().decode(answer.path(member).asString(""));
        answer.remove(member);
        var file = read.parsed().word().orElseThrow();
        switch (file) {
            case "/dev/stdout" -> invocation.out(new String(body, StandardCharsets.UTF_8));
            case "/dev/stderr" -> invocation.error(new String(body, StandardCharsets.UTF_8));
            case "/dev/null" -> {}
            default -> {
                try {
                    invocation.workspace().write(file, body);
                } catch (Workspace.Refused refusal) {
                    throw CliException.failed(String.valueOf(refusal.getMessage()));
                }
            }
        }
    }

    /// Whether to go through all pages, which a person who turns them by hand does not want.
    private boolean turnsPages(Paginator paginator, OperationInput read) {
        var byHand =
                paginator.inputMembers().stream()
                        .anyMatch(member ->
                                read.parsed().has(member) || read.fromDocument().contains(member));
        if (globals.paginate() && !byHand) {
            return true;
        }
        var asked =
                Stream.of(Parameters.STARTING_TOKEN, Parameters.PAGE_SIZE, Parameters.MAX_ITEMS)
                        .filter(read.parsed()::has)
                        .collect(Collectors.joining(", "));
        if (!asked.isEmpty()) {
            throw CliException.failed(
                    "Error during pagination: Cannot specify --no-paginate along with pagination arguments: "
                            + asked);
        }
        return false;
    }

    private void printPages(Paginator paginator, OperationInput read) {
        var parsed = read.parsed();
        var input = read.input();
        parsed.one(Parameters.PAGE_SIZE)
                .ifPresent(size ->
                        paginator
                                .limit()
                                .ifPresent(limit -> input.set(limit, Values.wholeNumber(size))));
        var startingToken = parsed.one(Parameters.STARTING_TOKEN);
        var maxItems =
                parsed.one(Parameters.MAX_ITEMS)
                        .map(text -> OptionalLong.of(Values.wholeNumber(text).asLong()))
                        .orElse(OptionalLong.empty());
        var pages =
                new Pages(
                        paginator,
                        page -> {
                            invocation.run().check();
                            return calls.answer(operation, page);
                        });
        switch (globals.output()) {
            case JSON -> print(pages.together(input, startingToken, maxItems));
            case TEXT -> {
                pages.each(input, startingToken, maxItems, page -> print(pages.part(page)));
                pages.resumeToken()
                        .ifPresent(token ->
                                print(
                                        NODES.objectNode()
                                                .set(
                                                        "NextToken",
                                                        NODES.objectNode()
                                                                .put("NextToken", token))));
            }
        }
    }

    private void print(JsonNode answer) {
        var found = globals.query().map(query -> search(query, answer)).orElse(answer);
        invocation.out(
                switch (globals.output()) {
                    case JSON -> JsonOutput.of(found);
                    case TEXT -> TextOutput.of(found);
                });
    }

    private static JsonNode search(JmesPath query, JsonNode answer) {
        try {
            return query.search(answer);
        } catch (IllegalArgumentException e) {
            throw CliException.failed(Optional.ofNullable(e.getMessage()).orElse("bad --query"));
        }
    }
}
