package groundschool.command;

import groundschool.web.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line: `bin/groundschool`, which alone serves.
@Command(
        name = "groundschool",
        description =
                "Learn serverless on AWS: lessons, flashcards, practice exams and graded labs.",
        mixinStandardHelpOptions = true,
        versionProvider = Groundschool.Versions.class,
        subcommands = {Serve.class})
public final class Groundschool {

    /// Runs a command; without one, serves.
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// Runs a command and gives its exit code.
    static int run(String... arguments) {
        var bare =
                arguments.length == 0
                        || arguments[0].startsWith("-") && !isAboutItself(arguments[0]);
        var command = new CommandLine(new Groundschool());
        if (!bare) {
            return command.execute(arguments);
        }
        var served = new String[arguments.length + 1];
        served[0] = "serve";
        System.arraycopy(arguments, 0, served, 1, arguments.length);
        return command.execute(served);
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
