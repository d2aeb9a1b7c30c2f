package groundschool.command;

import groundschool.emulator.lambda.runtime.Installer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Fetches what functions run on.
@Command(
        name = "install",
        description = {
            "Fetch through npm, by pinned versions and checksums, into the data folder: an exact version of Node.js,",
            "or the AWS SDK for JavaScript v3 that functions of Node.js import (37 MB)."
        },
        mixinStandardHelpOptions = true)
final class RuntimeInstall implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            arity = "1..*",
            description = "nodejs24.x, nodejs22.x or nodejs-sdk")
    private List<String> names = List.of();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the data folder (default: that of `serve`)")
    private @Nullable Path data;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var unknown = names.stream().filter(name -> !Installer.NAMES.contains(name)).findFirst();
        if (unknown.isPresent()) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "There is no runtime %s to install. There are: %s."
                            .formatted(unknown.get(), String.join(", ", Installer.NAMES)));
        }
        var folder = Optional.ofNullable(data).orElseGet(DataFolder::usual).resolve("runtimes");
        var installer = new Installer(folder);
        for (var name : names) {
            try {
                if (installer.has(name)) {
                    System.out.println(name + " is installed already.");
                } else {
                    System.out.println("Fetching " + name + " …");
                    System.out.println(name + " is in " + installer.install(name) + ".");
                }
            } catch (IOException e) {
                throw new CommandFailed(String.valueOf(e.getMessage()));
            }
        }
        return 0;
    }
}
