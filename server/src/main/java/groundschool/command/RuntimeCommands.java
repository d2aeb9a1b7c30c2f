package groundschool.command;

import picocli.CommandLine.Command;

/// What functions of Lambda run on.
@Command(
        name = "runtime",
        description = {
            "What functions run on: the Node.js and Python that this machine has, or exact versions",
            "that are installed for Groundschool."
        },
        mixinStandardHelpOptions = true,
        subcommands = {RuntimeInstall.class})
final class RuntimeCommands {}
