package groundschool.emulator.lambda.runtime;

import groundschool.emulator.AwsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The interpreters that this machine has: in the folder of those that were installed for
/// Groundschool, and on the PATH.
final class Programs {

    private static final int PROBE_SECONDS = 10;

    private final Path installed;
    private final List<Path> path;
    private final boolean mustBeForEveryone;
    private final Map<String, Program> found = new ConcurrentHashMap<>();

    /// @param installed has a folder for each runtime that was installed, such as `nodejs24.x`
    /// @param mustBeForEveryone whether only those will do which another user may execute
    Programs(Path installed, List<Path> path, boolean mustBeForEveryone) {
        this.installed = installed;
        this.path = List.copyOf(path);
        this.mustBeForEveryone = mustBeForEveryone;
    }

    /// The folders of this process's PATH.
    static List<Path> path() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .map(Path::of)
                .distinct()
                .toList();
    }

    /// A program of that name on the PATH.
    Optional<Path> named(String name) {
        return all(List.of(name)).findFirst();
    }

    Program node(String runtime, int major) {
        return found.computeIfAbsent(
                runtime,
                _ ->
                        closest(
                                Stream.concat(
                                        Installer.node(installed, runtime).stream(),
                                        all(List.of("node"))),
                                Programs::probeNode,
                                program -> Math.abs(part(program, 0) - major),
                                () -> missing(runtime, "`node`")));
    }

    Program python(String runtime, int minor) {
        return found.computeIfAbsent(
                runtime,
                _ ->
                        closest(
                                all(List.of("python3." + minor, "python3")),
                                Programs::probePython,
                                program ->
                                        part(program, 0) == 3
                                                ? Math.abs(part(program, 1) - minor)
                                                : 1_000,
                                () -> missing(runtime, "`python3." + minor + "` and `python3`")));
    }

    /// The JDK that runs this process.
    Program java(String runtime) {
        return found.computeIfAbsent(
                runtime,
                _ -> {
                    var home = Path.of(System.getProperty("java.home", "/"));
                    var program = home.resolve("bin/java");
                    if (!Files.isExecutable(program)
                            || (mustBeForEveryone && !isForEveryone(program))) {
                        throw missing(runtime, "`java` that every user may execute");
                    }
                    return new Program("Java", Runtime.version().toString(), program, home);
                });
    }

    /// The system that a custom runtime finds, and what relays for it.
    Program custom(String runtime) {
        return found.computeIfAbsent(
                runtime,
                _ -> {
                    var python =
                            closest(
                                    all(List.of("python3")),
                                    Programs::probePython,
                                    _ -> 0,
                                    () -> missing(runtime, "`python3`, which relays for it,"));
                    return new Program(system(), "", python.executable(), python.prefix());
                });
    }

    /// What relays for environments that have extensions.
    Program relay(String runtime) {
        return found.computeIfAbsent(
                "relay",
                _ -> {
                    var python =
                            closest(
                                    all(List.of("python3")),
                                    Programs::probePython,
                                    program -> program.prefix().startsWith("/usr") ? 0 : 1,
                                    () ->
                                            missing(
                                                    runtime,
                                                    "`python3`, which relays for extensions,"));
                    if (!python.prefix().startsWith("/usr")) {
                        throw missing(
                                runtime, "`python3` of the system, which relays for extensions,");
                    }
                    return python;
                });
    }

    private static String system() {
        try {
            return Files.readAllLines(Path.of("/etc/os-release")).stream()
                    .filter(line -> line.startsWith("PRETTY_NAME="))
                    .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                    .findFirst()
                    .orElse("the system");
        } catch (IOException e) {
            return System.getProperty("os.name", "the system");
        }
    }

    private static AwsException missing(String runtime, String names) {
        return new AwsException(
                400,
                "InvalidRuntimeException",
                "This machine cannot run %s: there is no %s on its PATH. Install it, or see `bin/groundschool runtime --help`."
                        .formatted(runtime, names));
    }

    private interface Probe {
        Optional<Program> of(Path executable);
    }

    private interface Distance {
        int of(Program program);
    }

    private interface Missing {
        AwsException exception();
    }

    private static Program closest(
            Stream<Path> candidates, Probe probe, Distance distance, Missing missing) {
        var programs = new ArrayList<Program>();
        for (var candidate : candidates.distinct().toList()) {
            var program = probe.of(candidate);
            program.ifPresent(programs::add);
            if (program.isPresent() && distance.of(program.get()) == 0) {
                break;
            }
        }
        return programs.stream()
                .min(Comparator.comparingInt(distance::of))
                .orElseThrow(missing::exception);
    }

    private Stream<Path> all(List<String> names) {
        return names.stream()
                .flatMap(name -> path.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .filter(program -> !mustBeForEveryone || isForEveryone(program));
    }

    /// Whether every user of this machine may execute it.
    static boolean isForEveryone(Path file) {
        try {
            for (var at = Optional.of(file.toRealPath());
                    at.isPresent();
                    at = Optional.ofNullable(at.get().getParent())) {
                var rights = Files.getPosixFilePermissions(at.get());
                if (!rights.contains(java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int part(Program program, int index) {
        return Integer.parseInt(program.version().split("\\.")[index]);
    }

    private static Optional<Program> probeNode(Path executable) {
        return output(
                        List.of(
                                executable.toString(),
                                "-p",
                                "process.versions.node + '\\n' + process.execPath"))
                .filter(lines -> lines.size() >= 2)
                .map(lines -> {
                    var real = Path.of(lines.get(1));
                    return new Program("Node.js", lines.get(0), real, prefix(real));
                });
    }

    private static Optional<Program> probePython(Path executable) {
        var script =
                "import os, sys; print('%d.%d.%d' % sys.version_info[:3]); print(os.path.realpath(sys.executable)); print(os.path.realpath(sys.base_prefix))";
        return output(List.of(executable.toString(), "-Ic", script))
                .filter(lines -> lines.size() >= 3)
                .map(lines ->
                        new Program(
                                "Python",
                                lines.get(0),
                                Path.of(lines.get(1)),
                                Path.of(lines.get(2))));
    }

    /// The folder above `bin`.
    private static Path prefix(Path executable) {
        var bin = Optional.ofNullable(executable.getParent());
        return bin.map(Path::getParent).orElse(executable);
    }

    private static Optional<List<String>> output(List<String> command) {
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .start();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? Optional.of(text.lines().toList()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
