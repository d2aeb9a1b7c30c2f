package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What keeps an environment's processes from everything else on this machine, as far as its
/// operating system has the programs for it.
///
/// With `bwrap` a function sees its code, its layers, a `/tmp` of its own, the programs of `/usr`,
/// and the emulator; it has no network but its own loopback interface, and its processes are in a
/// namespace that ends with the first of them. Started as root, each environment has a user of its
/// own: a limit on processes does not bind root, and counts those of a user.
final class Isolation {

    private static final Logger LOG = LoggerFactory.getLogger(Isolation.class);

    /// Users that no system gives to anybody: below those of systemd, above those of people.
    private static final int FIRST_USER = 40_000;

    private static final int USERS = 10_000;

    /// AWS's quotas on file descriptors and on processes and threads.
    private static final int FILES = 1_024;

    private static final int PROCESSES = 1_024;

    private static final List<String> DEVICES =
            List.of("null", "zero", "full", "random", "urandom", "tty");

    private static final List<String> CONFIGURATION =
            List.of(
                    "ld.so.cache",
                    "ssl",
                    "alternatives",
                    "localtime",
                    "ca-certificates",
                    "pki",
                    "java-25-openjdk");

    private static final Path LANG = Path.of("/var/lang");

    private final boolean isRoot;
    private final Optional<Path> bwrap;
    private final Optional<Path> setpriv;
    private final Optional<Path> prlimit;
    private final String reason;

    private Isolation(boolean isRoot, Programs programs, boolean isWanted) {
        this.isRoot = isRoot;
        this.setpriv = programs.named("setpriv");
        this.prlimit = programs.named("prlimit");
        var found = isWanted ? programs.named("bwrap") : Optional.<Path>empty();
        if (found.isEmpty()) {
            this.bwrap = Optional.empty();
            this.reason = isWanted ? "bwrap was not found" : "it was not wanted";
        } else if (works(found.get())) {
            this.bwrap = found;
            this.reason = "";
        } else {
            this.bwrap = Optional.empty();
            this.reason = "bwrap does not work here";
        }
        if (bwrap.isEmpty()) {
            LOG.warn(
                    "Functions run without isolation, for {}: their code can read what this process's user can. Install bubblewrap, and let only people whom you trust create functions until then.",
                    reason);
        }
    }

    static Isolation of(Programs programs, boolean isWanted) {
        return new Isolation(isRoot(), programs, isWanted);
    }

    static boolean isRoot() {
        return ownUser() == 0;
    }

    /// The number of this process's user; -1 where the system does not tell.
    static int ownUser() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("Uid:\t"))
                    .map(line -> Integer.parseInt(line.split("\t")[2]))
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return System.getProperty("user.name", "").equals("root") ? 0 : -1;
        }
    }

    /// Whether environments are in namespaces of their own.
    boolean isComplete() {
        return bwrap.isPresent();
    }

    /// Why they are not.
    String reason() {
        return reason;
    }

    /// Whether an environment's user is another than this process's.
    boolean changesUser() {
        return isRoot && setpriv.isPresent();
    }

    /// The user of an environment.
    static int user(long number) {
        return FIRST_USER + (int) (number % USERS);
    }

    /// A program as an environment sees it: those that are not the system's own lie where AWS has
    /// them.
    Program seen(Program program) {
        return isComplete() && !isOfSystem(program)
                ? new Program(
                        program.name(),
                        program.version(),
                        LANG.resolve(program.prefix().relativize(program.executable())),
                        LANG)
                : program;
    }

    private static boolean isOfSystem(Program program) {
        return program.prefix().startsWith("/usr");
    }

    private boolean works(Path program) {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(namespaces());
        command.addAll(List.of("--ro-bind", "/", "/", "--proc", "/proc", "--", "/bin/true"));
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The namespaces of an environment. Root needs none of users, and keeps what it takes to
    /// become the environment's.
    private List<String> namespaces() {
        return isRoot
                ? List.of(
                        "--unshare-ipc",
                        "--unshare-pid",
                        "--unshare-net",
                        "--unshare-uts",
                        "--unshare-cgroup-try",
                        "--cap-drop",
                        "ALL",
                        "--cap-add",
                        "CAP_SETUID",
                        "--cap-add",
                        "CAP_SETGID")
                : List.of("--unshare-all", "--cap-drop", "ALL");
    }

    /// What starts an environment's program.
    ///
    /// @param code the function's, for its user to read
    /// @param work what is the environment's own: its sockets in `run`
    /// @param opt its layers, if it has any
    /// @param user from [#user]
    /// @param variables all that the program is to see
    List<String> command(
            EnvironmentSpec spec,
            Program program,
            Path code,
            Path runtime,
            Optional<Path> sdk,
            Path work,
            Optional<Path> opt,
            int user,
            Map<String, String> variables,
            List<String> inner) {
        var command = new ArrayList<String>();
        bwrap.ifPresent(path -> {
            command.add(path.toString());
            command.addAll(namespaces());
            command.addAll(List.of("--die-with-parent", "--new-session", "--clearenv"));
            variables.forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
            mounts(command, spec, program, code, runtime, sdk, work, opt);
            command.addAll(List.of("--chdir", "/var/task", "--remount-ro", "/", "--"));
        });
        setpriv.ifPresent(path -> {
            command.add(path.toString());
            if (isRoot) {
                command.addAll(
                        List.of(
                                "--reuid=" + user,
                                "--regid=" + user,
                                "--clear-groups",
                                "--inh-caps=-all"));
            }
            command.addAll(List.of("--no-new-privs", "--pdeathsig", "KILL"));
        });
        prlimit.ifPresent(path ->
                command.addAll(
                        List.of(
                                path.toString(),
                                "--nofile=" + FILES + ":" + FILES,
                                "--nproc=" + PROCESSES + ":" + PROCESSES,
                                "--core=0:0")));
        command.addAll(inner);
        return command;
    }

    private static void mounts(
            List<String> command,
            EnvironmentSpec spec,
            Program program,
            Path code,
            Path runtime,
            Optional<Path> sdk,
            Path work,
            Optional<Path> opt) {
        command.addAll(List.of("--ro-bind", "/usr", "/usr"));
        for (var folder : List.of("bin", "sbin", "lib", "lib64", "lib32")) {
            var path = Path.of("/", folder);
            if (Files.isSymbolicLink(path)) {
                command.addAll(List.of("--symlink", "usr/" + folder, "/" + folder));
            } else if (Files.isDirectory(path)) {
                command.addAll(List.of("--ro-bind", "/" + folder, "/" + folder));
            }
        }
        // Root would else make what lies above a mount point for itself alone.
        for (var folder : List.of("/etc", "/var", "/run", "/opt")) {
            command.addAll(List.of("--perms", "0755", "--dir", folder));
        }
        for (var file : Accounts.FILES) {
            command.addAll(
                    List.of(
                            "--ro-bind",
                            work.resolve("etc").resolve(file).toString(),
                            "/etc/" + file));
        }
        CONFIGURATION.forEach(
                file -> command.addAll(List.of("--ro-bind-try", "/etc/" + file, "/etc/" + file)));
        if (!isOfSystem(program)) {
            command.addAll(List.of("--ro-bind", program.prefix().toString(), LANG.toString()));
        }
        command.addAll(List.of("--proc", "/proc", "--size", "65536", "--perms", "0755"));
        command.addAll(List.of("--tmpfs", "/dev"));
        DEVICES.forEach(device ->
                command.addAll(List.of("--dev-bind", "/dev/" + device, "/dev/" + device)));
        command.addAll(List.of("--symlink", "/proc/self/fd", "/dev/fd"));
        command.addAll(List.of("--symlink", "/proc/self/fd/0", "/dev/stdin"));
        command.addAll(List.of("--symlink", "/proc/self/fd/1", "/dev/stdout"));
        command.addAll(List.of("--symlink", "/proc/self/fd/2", "/dev/stderr"));
        command.addAll(List.of("--remount-ro", "/dev", "--perms", "1777", "--size"));
        command.addAll(
                List.of(Long.toString(spec.ephemeralStorage() * 1024L * 1024), "--tmpfs", "/tmp"));
        command.addAll(List.of("--ro-bind", code.toString(), "/var/task"));
        command.addAll(List.of("--ro-bind", runtime.toString(), "/var/runtime"));
        command.addAll(List.of("--ro-bind", work.resolve("run").toString(), "/run/lambda"));
        opt.ifPresent(path -> command.addAll(List.of("--ro-bind", path.toString(), "/opt")));
        // Where an `import` of Node.js looks, which ignores NODE_PATH.
        sdk.ifPresent(modules ->
                command.addAll(List.of("--ro-bind", modules.toString(), "/var/node_modules")));
    }
}
