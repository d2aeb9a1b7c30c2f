package groundschool.terminal.aws;

/// What ends an `aws` command early: what it says on the standard error, and its exit code.
///
/// The codes are those of version 2 of the AWS CLI.
///
/// Source: [return
/// codes](https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html)
public final class CliException extends RuntimeException {

    private static final String USAGE =
            """
            usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
            To see help text, you can run:

              aws help
              aws <command> help
              aws <command> <subcommand> help
            """;

    private final int exitCode;

    private CliException(String message, int exitCode) {
        super(message, null, false, false);
        this.exitCode = exitCode;
    }

    /// The command is not one that the command line can read.
    public static CliException usage(String message) {
        return new CliException("\n" + USAGE + "\naws: error: " + message + "\n", 252);
    }

    /// The command has arguments that belong to nothing.
    public static CliException unknown(String message) {
        return new CliException("\n" + USAGE + "\n" + message + "\n\n", 252);
    }

    /// A parameter's value cannot be read.
    public static CliException parameter(String cliName, String message) {
        return invalid("Error parsing parameter '%s': %s".formatted(cliName, message));
    }

    /// The input does not fit the API.
    public static CliException invalid(String message) {
        return new CliException("\n" + message + "\n", 252);
    }

    /// The service refused.
    public static CliException refused(String message) {
        return new CliException("\n" + message + "\n", 254);
    }

    /// Anything else.
    public static CliException failed(String message) {
        return new CliException("\n" + message + "\n", 255);
    }

    /// What it says on the standard error.
    public String text() {
        return String.valueOf(getMessage());
    }

    public int exitCode() {
        return exitCode;
    }
}
