package groundschool.command;

import picocli.CommandLine.Command;

/// What one does with labs from the command line.
@Command(
        name = "lab",
        description = "Run labs.",
        mixinStandardHelpOptions = true,
        subcommands = {LabRun.class})
final class LabCommands {}
