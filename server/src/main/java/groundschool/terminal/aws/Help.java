package groundschool.terminal.aws;

import java.util.Collection;
import java.util.stream.Collectors;

/// The pages behind `help`, made from the API's model.
final class Help {

    private static final String REFERENCE = "https://docs.aws.amazon.com/cli/latest/reference/";

    private Help() {}

    static String services(Collection<String> services) {
        return """
        aws [options] <command> <subcommand> [parameters]

        OPTIONS
          --output json|text     how the answer is printed (AWS_DEFAULT_OUTPUT)
          --query EXPRESSION     prints what a JMESPath expression finds in the answer
          --region REGION        where to call (AWS_REGION)
          --no-paginate          asks for the first page only
          --cli-binary-format    base64 (as it is without) or raw-in-base64-out
          --version

        SERVICES that are here
        %s

        `aws dynamodb help` lists the operations of a service.
        `aws configure list` shows as whom this terminal calls.

        %s
        """
                .formatted(listed(services), REFERENCE);
    }

    static String operations(String service, Collection<String> operations) {
        return """
        aws %1$s <operation> [parameters]

        OPERATIONS that are here
        %2$s

        `aws %1$s %3$s help` lists the parameters of an operation.

        %4$s%1$s/
        """
                .formatted(service, listed(operations), operations.iterator().next(), REFERENCE);
    }

    static String waiters(String service, Collection<String> waiters) {
        return """
        aws %1$s wait <condition> [parameters]

        Waits until the condition is met.

        CONDITIONS
        %2$s

        %3$s%1$s/wait/
        """
                .formatted(service, listed(waiters), REFERENCE);
    }

    static String parameters(Calls calls, String operation, Parameters parameters) {
        var name = CliNames.of(operation);
        var text = new StringBuilder("aws " + calls.service() + " " + name + "\n\nSYNOPSIS\n");
        for (var parameter : parameters.documented()) {
            text.append("    ").append(synopsis(parameter)).append('\n');
        }
        if (parameters.body().isPresent()) {
            text.append("    <outfile>\n");
        }
        if (parameters.pages().isPresent()) {
            text.append("    [--max-items <value>] [--page-size <value>]");
            text.append(" [--starting-token <value>]\n");
        }
        text.append("    [--cli-input-json <value>] [--generate-cli-skeleton <value>]\n");
        text.append("\nPARAMETERS\n");
        for (var parameter : parameters.documented()) {
            describe(parameter, text);
        }
        if (parameters.body().isPresent()) {
            text.append("    outfile required\n");
            text.append("        the file beside the terminal that the answer's body goes to\n\n");
        }
        return text.append(REFERENCE)
                .append(calls.service())
                .append('/')
                .append(name)
                .append(".html\n")
                .toString();
    }

    private static String synopsis(Parameters.Parameter parameter) {
        var text =
                parameter.shape().type() == Shape.Type.BOOLEAN
                        ? parameter.cliName() + " | " + parameter.negative()
                        : parameter.cliName() + " <value>";
        return parameter.required() ? text : "[" + text + "]";
    }

    private static void describe(Parameters.Parameter parameter, StringBuilder text) {
        var shape = parameter.shape();
        text.append("    ").append(parameter.cliName());
        text.append(" (").append(shape.type().cliName()).append(")");
        text.append(parameter.required() ? " required\n" : "\n");
        if (!shape.choices().isEmpty()) {
            text.append("        one of ").append(String.join(", ", shape.choices())).append('\n');
        }
        if (shape.type().isContainer()) {
            shorthand(shape)
                    .lines()
                    .forEach(line -> text.append("        ").append(line).append('\n'));
            text.append("        JSON:\n");
            JsonOutput.indented(Skeleton.of(shape))
                    .lines()
                    .forEach(line -> text.append("        ").append(line).append('\n'));
        }
        text.append('\n');
    }

    private static String shorthand(Shape shape) {
        return switch (shape.type()) {
            case LIST ->
                    shape.element().type().isContainer()
                            ? shorthand(shape.element()) + (" …  (several, with spaces between)")
                            : "several values, with spaces between";
            case STRUCTURE ->
                    "Shorthand: "
                            + shape.members().entrySet().stream()
                                    .map(each -> each.getKey() + "=" + brief(each.getValue()))
                                    .collect(Collectors.joining(","));
            case MAP -> "Shorthand: KeyName1=" + brief(shape.value()) + ",KeyName2=…";
            case STRING, INTEGER, LONG, FLOAT, DOUBLE, BOOLEAN, TIMESTAMP, BLOB -> "";
        };
    }

    private static String brief(Shape shape) {
        return switch (shape.type()) {
            case STRUCTURE, MAP -> "{…}";
            case LIST -> "[…]";
            case STRING, INTEGER, LONG, FLOAT, DOUBLE, BOOLEAN, TIMESTAMP, BLOB ->
                    shape.type().cliName();
        };
    }

    private static String listed(Collection<String> names) {
        return names.stream().map(name -> "  " + name).collect(Collectors.joining("\n"));
    }
}
