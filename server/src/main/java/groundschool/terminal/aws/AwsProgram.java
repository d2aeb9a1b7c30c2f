package groundschool.terminal.aws;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.wire.ApiModel;
import groundschool.terminal.aws.s3.S3Commands;
import groundschool.terminal.shell.Invocation;
import groundschool.terminal.shell.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The `aws` command line: every operation that the emulator has, driven by the API's own model.
///
/// What it prints, and its exit codes, are those of version 2 of the AWS CLI.
///
/// Source: [AWS CLI](https://docs.aws.amazon.com/cli/latest/userguide/)
public final class AwsProgram implements Program {

    /// Services that people look for, and that are said not to be here until they are.
    private static final Set<String> WELL_KNOWN =
            Set.of(
                    "apigateway",
                    "apigatewayv2",
                    "cloudformation",
                    "cloudfront",
                    "cloudwatch",
                    "codebuild",
                    "codedeploy",
                    "codepipeline",
                    "cognito-identity",
                    "cognito-idp",
                    "dynamodbstreams",
                    "ec2",
                    "ecr",
                    "ecs",
                    "elasticache",
                    "events",
                    "iam",
                    "kinesis",
                    "kms",
                    "lambda",
                    "logs",
                    "rds",
                    "s3",
                    "s3api",
                    "secretsmanager",
                    "ses",
                    "sns",
                    "sqs",
                    "ssm",
                    "stepfunctions",
                    "sts",
                    "xray");

    /// S3 is there twice: as what its API has, and as commands for files.
    private static final String LOW_LEVEL = "s3api";

    private static final String HIGH_LEVEL = "s3";

    private static final String LOGS = "logs";
    private static final String TAIL = "tail";
    private static final List<String> STREAMING =
            List.of("start-live-tail", "invoke-with-response-stream");

    private static final String VERSION = "aws-cli/2 Groundschool/in-process";

    private final Emulator emulator;
    private final Caller caller;

    /// @param caller as whom it calls
    public AwsProgram(Emulator emulator, Caller caller) {
        this.emulator = emulator;
        this.caller = caller;
    }

    @Override
    public int run(Invocation invocation) {
        try {
            return command(invocation);
        } catch (CliException end) {
            invocation.error(end.text());
            return end.exitCode();
        }
    }

    private int command(Invocation invocation) {
        var parsed = new ArgumentParser(Globals.OPTIONS).parse(invocation.arguments());
        if (parsed.has("--version")) {
            invocation.out(VERSION + "\n");
            return 0;
        }
        var commands = new ArrayList<>(services());
        commands.addAll(List.of("configure", "help"));
        parsed.word()
                .filter(word -> WELL_KNOWN.contains(word) && !commands.contains(word))
                .ifPresent(word -> {
                    throw CliException.usage(
                            "argument command: %s is a service of AWS that is not here yet"
                                    .formatted(word));
                });
        var command = chosen("command", parsed, commands);
        if (command.equals("help")) {
            invocation.out(Help.services(services()));
            return 0;
        }
        var globals = Globals.of(parsed, invocation.environment());
        var region = globals.region().orElse(caller.region());
        if (command.equals("configure")) {
            return ConfigureList.run(invocation, parsed.rest(), region);
        }
        var service = command.equals(LOW_LEVEL) ? HIGH_LEVEL : command;
        var calls =
                new Calls(
                        emulator,
                        Identity.of(
                                emulator,
                                caller,
                                region,
                                operation(service, parsed.rest()),
                                invocation),
                        service);
        if (command.equals(HIGH_LEVEL)) {
            return new S3Commands(emulator, calls, invocation).run(parsed.rest());
        }
        return service(calls, parsed.rest(), globals, invocation);
    }

    /// What can stand behind `aws`, besides commands of the CLI's own.
    private SortedSet<String> services() {
        var services = new TreeSet<>(emulator.endpoints().keySet());
        if (services.contains(HIGH_LEVEL)) {
            services.add(LOW_LEVEL);
        }
        return services;
    }

    /// The operation that the arguments name, as AWS spells it.
    private String operation(String service, List<String> arguments) {
        var word = arguments.isEmpty() ? "" : arguments.getFirst();
        return emulator.endpoint(service).stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .filter(name -> CliNames.of(name).equals(word))
                .findFirst()
                .orElse(word);
    }

    private int service(
            Calls calls, List<String> arguments, Globals globals, Invocation invocation) {
        var parsed = new ArgumentParser(List.of()).parse(arguments);
        var operations = calls.operations();
        var commands = new ArrayList<>(operations.keySet());
        if (!calls.model().waiters().isEmpty()) {
            commands.add("wait");
        }
        if (calls.service().equals(LOGS)) {
            commands.add(TAIL);
        }
        // The CLI itself leaves out what streams.
        commands.removeAll(STREAMING);
        commands.add("help");
        parsed.word().ifPresent(word -> refuseIfNotYetHere(calls.model(), word, commands));
        var command = chosen("operation", parsed, commands);
        return switch (command) {
            case "help" -> {
                invocation.out(Help.operations(calls.service(), commands));
                yield 0;
            }
            case "wait" -> new Waits(calls, invocation).run(parsed.rest());
            case TAIL -> new LogsTail(calls, invocation).run(parsed.rest());
            default ->
                    new OperationCommand(
                                    calls,
                                    operations.getOrDefault(command, command),
                                    globals,
                                    invocation)
                            .run(parsed.rest());
        };
    }

    private static void refuseIfNotYetHere(ApiModel model, String word, List<String> commands) {
        if (word.equals("start-live-tail")) {
            throw CliException.usage(
                    "argument operation: this terminal has no start-live-tail: `aws logs tail GROUP --follow` shows what comes");
        }
        if (!commands.contains(word)
                && model.operations().stream().map(CliNames::of).anyMatch(word::equals)) {
            throw CliException.usage(
                    "argument operation: %s is an operation of AWS that is not here yet"
                            .formatted(word));
        }
    }

    static String chosen(String what, ArgumentParser.Parsed parsed, List<String> choices) {
        var word =
                parsed.word()
                        .orElseThrow(() ->
                                CliException.usage(
                                        "the following arguments are required: " + what));
        if (!choices.contains(word)) {
            throw CliException.usage("argument " + what + ": " + Choices.invalid(word, choices));
        }
        return word;
    }
}
