package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// How the processes of an environment are started: each time that it is reset, all of them anew.
///
/// @param work a folder of this environment's own
/// @param opt its layers, laid over each other
/// @param extensions the names of the files of `/opt/extensions`
/// @param relayer what relays beside a supervisor, where there is an isolated one
/// @param initialization what the environment is told of that
/// @param launcher starts processes: from one thread that outlives them, for the system ends those
///   that ask to die with their parent when the thread ends which started them
record Startup(
        Language language,
        Program program,
        Isolation isolation,
        Path runtime,
        Optional<Path> sdk,
        Path work,
        Optional<Path> opt,
        List<String> extensions,
        Optional<Program> relayer,
        int user,
        String region,
        String logStream,
        String initialization,
        Launcher launcher) {

    /// How an environment is initialized that an invocation waits for.
    static final String ON_DEMAND = "on-demand";

    /// How one is initialized that none waits for yet.
    static final String PROVISIONED = "provisioned-concurrency";

    /// Starts a process.
    interface Launcher {
        Process start(ProcessBuilder builder) throws IOException;
    }

    boolean isMarked() {
        return language.isMarked();
    }

    String initStart() {
        return "INIT_START Runtime Version: %s\tRuntime Version ARN: %s\n"
                .formatted(version(), versionArn());
    }

    /// The runtime, and what of this machine stands for it.
    String version() {
        return "%s.v0 (%s)".formatted(language.label(), standIn(program, isolation));
    }

    static String standIn(Program program, Isolation isolation) {
        return program
                + " of this machine"
                + (isolation.isComplete() ? "" : ", not isolated: " + isolation.reason());
    }

    String versionArn() {
        return "arn:aws:lambda:%s::runtime:%s".formatted(region, Digest.hex(version()));
    }

    /// How Lambda names that a process ended before it was initialized.
    String exitType(EnvironmentSpec spec, int status) {
        return language.faultOfEntry(spec, status).isPresent()
                ? "Runtime.InvalidEntrypoint"
                : "Runtime.ExitError";
    }

    byte[] exitError(EnvironmentSpec spec, String requestId, int status) {
        return language.faultOfEntry(spec, status)
                .map(fault -> Failures.invalidEntrypoint(requestId, fault))
                .orElseGet(() -> Failures.exited(requestId, status));
    }

    /// @param told of what extensions subscribe to
    Started start(
            EnvironmentSpec spec,
            RunLog log,
            Telemetry telemetry,
            Consumer<Telemetry.Subscription> told) {
        try {
            return begin(spec, log, telemetry, told);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + spec.functionArn(), e);
        }
    }

    private LocalApi api(
            EnvironmentSpec spec, Telemetry telemetry, Consumer<Telemetry.Subscription> told) {
        var runtimeApi = new RuntimeApi();
        var registry = new Extensions(extensions, runtimeApi::tell);
        boolean isDirect = !isolation.isComplete();
        if (isDirect && telemetry.isFirst()) {
            new TelemetryPost(telemetry).begin();
        }
        return new LocalApi(
                runtimeApi,
                new ExtensionsApi(registry, spec),
                new TelemetryApi(registry, telemetry, isDirect || isSupervised(), told));
    }

    private boolean isSupervised() {
        return !extensions.isEmpty();
    }

    private Started begin(
            EnvironmentSpec spec,
            RunLog log,
            Telemetry telemetry,
            Consumer<Telemetry.Subscription> told)
            throws IOException {
        var local = api(spec, telemetry, told);
        Accounts.write(work.resolve("etc"), isolation.changesUser() ? user : Isolation.ownUser());
        var listeners = listeners(spec, local);
        var layout = isolation.isComplete() ? Layout.isolated() : plain(spec, listeners);
        try {
            return started(launcher.start(builder(spec, layout)), local, listeners, log);
        } catch (IOException e) {
            listeners.close();
            throw e;
        }
    }

    /// Starts the runtime of an environment anew that was reset.
    Started restart(
            Started reset,
            EnvironmentSpec spec,
            Telemetry telemetry,
            Consumer<Telemetry.Subscription> told) {
        try {
            var local = api(spec, telemetry, told);
            var again = reset.reached(local, listeners(spec, local));
            again.keeper().orElseThrow().start(local.runtime());
            return again;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + spec.functionArn() + " anew", e);
        }
    }

    private Listeners listeners(EnvironmentSpec spec, LocalApi local) throws IOException {
        var run = work.resolve("run");
        Files.createDirectories(run);
        open(run);
        return isolation.isComplete()
                ? Listeners.unix(run, local, spec.entrance()::answer)
                : Listeners.tcp(local, spec.entrance()::answer);
    }

    private Started started(Process process, LocalApi local, Listeners listeners, RunLog log)
            throws IOException {
        var api = local.runtime();
        var registry = local.extensions().extensions();
        var control = process.getOutputStream();
        var supervisor =
                isSupervised()
                        ? Optional.of(new Supervisor(control, api, registry, log))
                        : Optional.<Supervisor>empty();
        var keeper =
                isKept()
                        ? Optional.of(new Keeper(control, api, log::function))
                        : Optional.<Keeper>empty();
        var said = supervisor.map(script -> new Output(process.getErrorStream(), script::line));
        if (supervisor.isEmpty() && keeper.isEmpty()) {
            control.close();
        }
        process.onExit()
                .thenAccept(ended ->
                        keeper.ifPresentOrElse(
                                each -> each.ended(ended.exitValue()),
                                () -> api.tell(new Signal.Ended(ended.exitValue()))));
        Consumer<String> lines = log::function;
        var output =
                new Output(
                        process.getInputStream(),
                        keeper.<Consumer<String>>map(each -> each::line).orElse(lines));
        keeper.ifPresent(each -> each.start(api));
        return new Started(
                process,
                new ProcessTree(process),
                output,
                said,
                api,
                registry,
                supervisor,
                keeper,
                listeners,
                0);
    }

    /// Whether the environment outlives its runtime.
    private boolean isKept() {
        return isolation.isComplete() && !isSupervised();
    }

    private ProcessBuilder builder(EnvironmentSpec spec, Layout layout) throws IOException {
        var seen = isolation.seen(program);
        var path =
                "%s/bin:/usr/local/bin:/usr/bin/:/bin:%s/bin"
                        .formatted(seen.prefix(), layout.opt());
        var variables = Variables.of(spec, language, layout, logStream, initialization, path);
        var inner = inner(spec, seen, layout);
        var builder =
                new ProcessBuilder(
                        isolation.command(
                                spec,
                                program,
                                code(spec),
                                runtime,
                                sdk,
                                work,
                                opt,
                                user,
                                variables,
                                inner));
        builder.redirectErrorStream(!isSupervised());
        Map<String, String> environment = builder.environment();
        environment.clear();
        if (!isolation.isComplete()) {
            environment.putAll(variables);
            // This machine's list of users does not have the environment's.
            environment.put("HOME", layout.temporary().toString());
            builder.directory(layout.task().toFile());
        }
        return builder;
    }

    private List<String> inner(EnvironmentSpec spec, Program seen, Layout layout) {
        var own = isSupervised() ? layout.relayed() : layout;
        var command = language.command(seen, own, spec);
        var runtimeCommand = language instanceof Custom ? command : spec.wrapped(command);
        if (!isSupervised()) {
            return isKept() ? Keeper.command(layout, runtimeCommand) : runtimeCommand;
        }
        var supervised = Supervisor.command(layout, runtimeCommand);
        if (relayer.isEmpty()) {
            return supervised;
        }
        var all = new ArrayList<String>();
        all.add(relayer.get().executable().toString());
        all.add("-sBS");
        all.add(layout.runtime().resolve("relay.py").toString());
        all.addAll(layout.relay());
        all.add("telemetry=" + Layout.RUNTIME_SOCKET);
        all.add("--");
        all.addAll(supervised);
        return all;
    }

    private Layout plain(EnvironmentSpec spec, Listeners listeners) throws IOException {
        var temporary = Files.createDirectories(work.resolve("tmp"));
        open(temporary);
        return new Layout(
                code(spec),
                opt.orElse(work.resolve("opt")),
                runtime,
                temporary,
                "127.0.0.1:" + listeners.runtime().port(),
                "127.0.0.1:" + listeners.aws().port(),
                List.of());
    }

    /// The function's code, or a copy of it where the environment's user could not read it.
    private Path code(EnvironmentSpec spec) throws IOException {
        boolean isReadable =
                !isolation.changesUser()
                        || (isolation.isComplete()
                                ? Folders.isOpen(spec.code())
                                : Programs.isForEveryone(spec.code()));
        // Beside a copy lies the SDK, where an `import` of Node.js finds it.
        boolean isAlone = isolation.isComplete() || sdk.isEmpty();
        return isReadable && isAlone
                ? spec.code()
                : Folders.copied(spec.code(), work.resolve("task"));
    }

    /// Lets the environment's user in, where that is another than this process's.
    private void open(Path folder) throws IOException {
        if (isolation.changesUser()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
    }
}
