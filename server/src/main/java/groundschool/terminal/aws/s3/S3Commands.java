package groundschool.terminal.aws.s3;

import groundschool.emulator.Emulator;
import groundschool.terminal.aws.Calls;
import groundschool.terminal.aws.CliException;
import groundschool.terminal.shell.Invocation;
import java.util.List;

/// `aws s3` and what stands behind it.
public final class S3Commands {

    private static final List<String> COMMANDS =
            List.of("ls", "website", "cp", "mv", "rm", "sync", "mb", "rb", "presign");

    private final Emulator emulator;
    private final Calls calls;
    private final Invocation invocation;

    /// @param calls to S3
    public S3Commands(Emulator emulator, Calls calls, Invocation invocation) {
        this.emulator = emulator;
        this.calls = calls;
        this.invocation = invocation;
    }

    /// Runs one.
    ///
    /// @param arguments behind `aws s3`
    /// @return the exit code
    /// @throws CliException if it cannot be read, or S3 refuses all of it
    public int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw CliException.usage("the following arguments are required: subcommand");
        }
        var command = arguments.getFirst();
        if (command.equals("help")) {
            invocation.out("aws s3: " + String.join(", ", COMMANDS) + "\n");
            return 0;
        }
        if (!COMMANDS.contains(command)) {
            throw CliException.usage(
                    "argument subcommand: Found invalid choice '%s'".formatted(command));
        }
        var read = Arguments.read(arguments.subList(1, arguments.size()));
        var objects = new ObjectCalls(calls, invocation.run()::check);
        return switch (command) {
            case "ls" -> new Listing(objects, read, invocation).run();
            case "rm" -> new Removal(objects, read, invocation).run();
            case "mb" -> new Buckets(objects, read, invocation).make();
            case "rb" -> new Buckets(objects, read, invocation).remove();
            case "website" -> new Buckets(objects, read, invocation).website();
            case "presign" -> new Presigning(emulator, calls, read, invocation).run();
            default -> new Transfer(command, objects, read, invocation).run();
        };
    }

    /// The one path of a command that takes one in S3.
    ///
    /// @throws CliException if there is another number of them, or it is of another kind
    static String onlyUri(String command, Arguments arguments) {
        if (arguments.paths().isEmpty()) {
            throw CliException.usage(
                    "the following arguments are required: "
                            + (command.equals("rm") ? "paths" : "path"));
        }
        var path = arguments.paths().getFirst();
        if (!S3Uri.isOne(path) || arguments.paths().size() > 1) {
            throw misused(command, "<S3Uri>");
        }
        return path;
    }

    static CliException misused(String command, String usage) {
        return CliException.invalid(
                "usage: aws s3 %s %s\nError: Invalid argument type".formatted(command, usage));
    }
}
