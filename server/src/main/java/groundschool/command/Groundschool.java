package groundschool.command;

import groundschool.db.DatabaseUnavailableException;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.http.PortTakenException;
import groundschool.emulator.sandbox.DataFolderInUseException;
import groundschool.emulator.sandbox.StorageException;
import groundschool.web.Version;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// The command line: `bin/groundschool`, which alone serves.
@Command(
        name = "groundschool",
        description =
                "Learn serverless on AWS: lessons, flashcards, practice exams and graded labs.",
        mixinStandardHelpOptions = true,
        versionProvider = Groundschool.Versions.class)
public final class Groundschool {

    private static final List<Class<?>> LATER =
            List.of(
                    Check.class,
                    ImportDraft.class,
                    LabCommands.class,
                    RuntimeCommands.class,
                    Bench.class,
                    Dist.class,
                    Train.class);

    /// Runs a command; without one, serves.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs a command and gives its exit code.
    static int run(String... arguments) {
        var isBare =
                arguments.length == 0
                        || arguments[0].startsWith("-") && !isAboutItself(arguments[0]);
        var name = isBare ? "serve" : arguments[0];
        var rest = isBare ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        return switch (name) {
            case "serve" -> alone(name, new Serve().spec()).execute(rest);
            case "emulator" -> alone(name, new EmulatorAlone().spec()).execute(rest);
            default -> {
                Logs.configure();
                yield explained(all()).execute(arguments);
            }
        };
    }

    private static CommandLine all() {
        var all = new CommandLine(new Groundschool());
        all.addSubcommand("serve", new Serve().spec());
        all.addSubcommand("emulator", new EmulatorAlone().spec());
        LATER.forEach(all::addSubcommand);
        return all;
    }

    /// One command without the others: looking at all of them by reflection was a tenth of the time
    /// that these two take to start.
    ///
    /// Meanwhile another thread sets up logging and makes the HTTP server ready, which both will
    /// need. The command waits for the former: whoever logs while that is under way is told so by
    /// slf4j, on standard error.
    static CommandLine alone(String name, CommandSpec command) {
        var logging = new CompletableFuture<ILoggerFactory>();
        Thread.ofPlatform()
                .daemon()
                .name("prepare")
                .start(() -> {
                    Logs.configure();
                    logging.complete(LoggerFactory.getILoggerFactory());
                    EmulatorServer.prepare();
                });
        return explained(new CommandLine(command))
                .setCommandName("groundschool " + name)
                .setExecutionStrategy(parsed -> {
                    logging.join();
                    return new CommandLine.RunLast().execute(parsed);
                });
    }

    private static CommandLine explained(CommandLine command) {
        return command.setExecutionExceptionHandler(Groundschool::explain);
    }

    /// What a user can mend is one sentence; anything else is ours, and shows where.
    private static int explain(
            Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (failure instanceof CommandFailed
                || failure instanceof PortTakenException
                || failure instanceof DataFolderInUseException
                || failure instanceof StorageException
                || failure instanceof DatabaseUnavailableException) {
            command.getErr().println("groundschool: " + failure.getMessage());
        } else {
            failure.printStackTrace(command.getErr());
        }
        return 1;
    }

    private static boolean isAboutItself(String option) {
        return option.equals("-h")
                || option.equals("--help")
                || option.equals("-V")
                || option.equals("--version");
    }

    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"groundschool " + Version.NAME};
        }
    }
}
