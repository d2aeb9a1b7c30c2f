package groundschool.emulator.lambda.runtime;

import groundschool.emulator.AwsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// Prepares what environments need: this machine's interpreters, our bootstraps, layers laid over
/// each other. It is set up when a function first runs.
final class Workshop implements AutoCloseable {

    private static final List<String> BOOTSTRAPS =
            List.of(
                    "bootstrap.mjs",
                    "handler.mjs",
                    "connection.mjs",
                    "invocation.mjs",
                    "log.mjs",
                    "relay.mjs",
                    "bootstrap.py",
                    "keeper.sh",
                    "relay.py",
                    "supervisor.sh");

    /// What runs functions of Java: the classes of the package `jvm`.
    static final List<String> JAVA_CLASSES =
            List.of(
                    "Binder",
                    "Bootstrap",
                    "ContextProxy",
                    "Failure",
                    "Handler",
                    "HandlerException",
                    "Handlers",
                    "JsonReader",
                    "JsonWriter",
                    "MethodHandler",
                    "Properties",
                    "Relay",
                    "RuntimeAnswer",
                    "RuntimeClient",
                    "RuntimeLog",
                    "Scalars",
                    "TaskClasses",
                    "Types");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");

    private final Path work;
    private final Path runtime;
    private final Optional<Path> sdk;
    private final Programs programs;
    private final Isolation isolation;
    private final ProcessorShares shares = ProcessorShares.ofThisMachine();
    private final AtomicLong made = new AtomicLong();
    private final Map<Environment, Place> places = new ConcurrentHashMap<>();
    private final Map<List<Path>, Path> layers = new ConcurrentHashMap<>();
    private final ExecutorService launcher =
            Executors.newSingleThreadExecutor(task -> {
                var thread = new Thread(task, "environment launcher");
                thread.setDaemon(true);
                return thread;
            });

    /// What is an environment's own.
    private record Place(long number, Path folder) {}

    Workshop(Path work, Path installed, boolean isIsolationWanted) {
        this.work = work;
        var path = Programs.path();
        this.isolation = Isolation.of(new Programs(installed, path, false), isIsolationWanted);
        this.programs =
                new Programs(installed, path, isolation.changesUser() && !isolation.isComplete());
        this.runtime = work.resolve("runtime");
        this.sdk = Installer.sdk(installed);
        try {
            if (sdk.isPresent() && !isolation.isComplete()) {
                Files.createSymbolicLink(work.resolve("node_modules"), sdk.get().toAbsolutePath());
            }
            Files.createDirectory(runtime);
            Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwxr-xr-x"));
            for (var name : BOOTSTRAPS) {
                write(name, runtime.resolve(name));
            }
            var classes = runtime.resolve("jvm");
            for (var name : JAVA_CLASSES) {
                write(
                        "jvm/" + name + ".class",
                        classes.resolve(Java.PACKAGE).resolve(name + ".class"));
            }
            open(classes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write what functions are started by", e);
        }
    }

    private static void write(String resource, Path to) throws IOException {
        try (var file =
                Objects.requireNonNull(Workshop.class.getResourceAsStream(resource), resource)) {
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Files.copy(file, to);
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    /// Lets every user into a folder and what is below.
    private static void open(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var each : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /// A new environment, whose processes start with its first invocation.
    Environment environment(EnvironmentSpec spec) {
        return environment(spec, Startup.ON_DEMAND);
    }

    private static Language language(String runtime) {
        return Language.of(runtime)
                .orElseThrow(() ->
                        new AwsException(
                                400,
                                "InvalidRuntimeException",
                                "The emulator does not run functions of %s.".formatted(runtime)));
    }

    /// What runs functions of a runtime here.
    ///
    /// @throws AwsException if nothing does
    String standIn(String runtime) {
        return Startup.standIn(language(runtime).find(programs), isolation);
    }

    /// A new environment that is to be initialized before its first invocation.
    Environment provisioned(EnvironmentSpec spec) {
        return environment(spec, Startup.PROVISIONED);
    }

    private Environment environment(EnvironmentSpec spec, String initialization) {
        var language = language(spec.runtime());
        long number = made.getAndIncrement();
        var folder = work.resolve(Long.toString(number));
        try {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for a function", e);
        }
        var program = language.find(programs);
        var opt = opt(spec.layers());
        var extensions = opt.map(Workshop::extensions).orElse(List.of());
        var environment =
                new Environment(
                        spec,
                        new Startup(
                                language,
                                program,
                                isolation,
                                runtime,
                                sdk,
                                folder,
                                opt,
                                extensions,
                                relayer(language, program, spec, extensions),
                                Isolation.user(number),
                                spec.region(),
                                logStream(spec.version()),
                                initialization,
                                builder -> launch(shares.in(number, spec.memorySize(), builder))));
        places.put(environment, new Place(number, folder));
        return environment;
    }

    /// The names of the files in `extensions` of the layers.
    ///
    /// Source: [Lambda
    /// extensions](https://docs.aws.amazon.com/lambda/latest/dg/lambda-extensions.html)
    private static List<String> extensions(Path opt) {
        var folder = opt.resolve("extensions");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a layer", e);
        }
    }

    /// Of programs that lie elsewhere than the system's, an environment sees one only.
    private Optional<Program> relayer(
            Language language, Program program, EnvironmentSpec spec, List<String> extensions) {
        if (extensions.isEmpty() || !isolation.isComplete()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (language) {
                    case Python _, Custom _ -> isolation.seen(program);
                    case NodeJs _, Java _ -> programs.relay(spec.runtime());
                });
    }

    private static String logStream(String version) {
        return "%s/[%s]%s"
                .formatted(
                        DAY.format(LocalDate.now(ZoneOffset.UTC)),
                        version,
                        UUID.randomUUID().toString().replace("-", ""));
    }

    private Optional<Path> opt(List<Path> wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (wanted.size() == 1 && isolation.isComplete() && isReadable(wanted.getFirst())) {
            return Optional.of(wanted.getFirst());
        }
        return Optional.of(layers.computeIfAbsent(wanted, this::laidOver));
    }

    private boolean isReadable(Path layer) {
        try {
            return !isolation.changesUser() || Folders.isOpen(layer);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a layer", e);
        }
    }

    private Path laidOver(List<Path> wanted) {
        var folder = work.resolve("layers-" + layers.size() + "-" + made.getAndIncrement());
        try {
            for (var layer : wanted) {
                Folders.laidOver(layer, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lay layers over each other", e);
        }
    }

    private Process launch(ProcessBuilder builder) throws IOException {
        try {
            return launcher.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new IOException("cannot start a process", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Deletes what was an environment's.
    void clear(Environment environment) {
        Optional.ofNullable(places.remove(environment))
                .ifPresent(place -> {
                    Folders.delete(place.folder());
                    shares.release(place.number());
                });
    }

    @Override
    public void close() {
        launcher.shutdown();
        shares.close();
    }
}
