package groundschool.bench.process;

import groundschool.command.Groundschool;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How children are started: with the flags that `bin/groundschool` gave this process, and its
/// jars.
public final class JavaCommand {

    private static final List<String> OF_THE_CACHE =
            List.of("-XX:AOT", "-Xlog:", "-Dgroundschool.cache=");

    private JavaCommand() {}

    /// Runs a command of Groundschool's, such as `serve`.
    ///
    /// @param cache the AOT cache to use, if any
    public static List<String> groundschool(Optional<Path> cache, String... arguments) {
        var before =
                cache.map(file -> List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off"))
                        .orElse(List.of());
        return java(
                before,
                arguments[0].equals("emulator") ? ofEmulator() : ofSite(),
                serverJars(),
                Groundschool.class,
                arguments);
    }

    /// Runs a class of this module, without any cache.
    public static List<String> bare(Class<?> main, String... arguments) {
        return java(List.of(), List.of(), System.getProperty("java.class.path"), main, arguments);
    }

    /// The same, with the flags of the emulator alone.
    public static List<String> bareAsEmulator(Class<?> main, String... arguments) {
        return java(
                List.of(), ofEmulator(), System.getProperty("java.class.path"), main, arguments);
    }

    /// What `bin/groundschool emulator` gives the JVM otherwise than to this process.
    private static List<String> ofEmulator() {
        return flags("groundschool.emulator.flags");
    }

    /// What it gives the JVM for the site, and not for this process.
    private static List<String> ofSite() {
        return flags("groundschool.site.flags");
    }

    private static List<String> flags(String property) {
        return Arrays.stream(System.getProperty(property, "").split(" "))
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    /// The same command, on one processor if this system can do that.
    public static List<String> onOneProcessor(List<String> command) {
        var limited = new ArrayList<>(command);
        if (Files.isExecutable(Path.of("/usr/bin/taskset"))) {
            limited.addAll(0, List.of("/usr/bin/taskset", "-c", "0"));
        }
        return limited;
    }

    /// The AOT cache for these jars and this JDK, trained if there is none yet.
    ///
    /// @param role what starts with it: `SITE` or `EMULATOR`
    /// @throws IOException if it cannot be trained
    public static Path cache(String role) throws IOException, InterruptedException {
        var usual = Path.of(System.getProperty("groundschool.cache", "build/groundschool.aot"));
        var cache = usual.resolveSibling("bench-" + role + "-" + usual.getFileName());
        if (!Files.exists(cache)) {
            var output = List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
            var exitCode =
                    new ProcessBuilder(
                                    java(
                                            output,
                                            role.equals("EMULATOR") ? ofEmulator() : ofSite(),
                                            serverJars(),
                                            Groundschool.class,
                                            "train",
                                            role))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor();
            if (exitCode != 0 || !Files.exists(cache)) {
                throw new IOException("`train` made no AOT cache; its exit code is " + exitCode);
            }
        }
        return cache;
    }

    /// @param after flags that count more than those of this process
    private static List<String> java(
            List<String> before,
            List<String> after,
            String classPath,
            Class<?> main,
            String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(before);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> OF_THE_CACHE.stream().noneMatch(flag::startsWith))
                .forEach(command::add);
        command.addAll(after);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /// All but this module's own, so that nothing of it is loaded or trained.
    private static String serverJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> !Path.of(jar).getFileName().toString().startsWith("bench-"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
