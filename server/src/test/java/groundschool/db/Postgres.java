package groundschool.db;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PostgreSQL of this machine's own programs, on a free port, with a folder of its own.
final class Postgres implements AutoCloseable {

    /// It refuses to run as root, who lends it to the user that Debian's package makes.
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /// A server that has just been set up; absent if this machine has none to start.
    static Optional<Postgres> start() throws IOException, InterruptedException {
        var programs = programs();
        if (programs.isEmpty()) {
            return Optional.empty();
        }
        var folder = Files.createTempDirectory("groundschool-postgres");
        if (IS_ROOT && !lend(folder)) {
            Files.delete(folder);
            return Optional.empty();
        }
        var server = new Postgres(programs.get(), folder, freePort());
        server.run("initdb", "-D", server.data(), "-U", "ann", "-A", "trust", "-E", "UTF8", "-N");
        server.run(
                "pg_ctl",
                "start",
                "-w",
                "-D",
                server.data(),
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p %d -k %s -h 127.0.0.1 -F".formatted(server.port, folder));
        return Optional.of(server);
    }

    private static Optional<Path> programs() throws IOException {
        var folders = new ArrayList<Path>();
        for (var folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            folders.add(Path.of(folder));
        }
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).sorted().forEach(folders::add);
            }
        }
        return folders.stream()
                .filter(folder ->
                        Stream.of("initdb", "pg_ctl", "postgres")
                                .allMatch(name -> Files.isExecutable(folder.resolve(name))))
                .findFirst();
    }

    private static boolean lend(Path folder) throws IOException {
        try {
            var users = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(folder, users.lookupPrincipalByName("postgres"));
            return true;
        } catch (UserPrincipalNotFoundException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (IS_ROOT) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        var said = Files.createTempFile("groundschool-postgres", ".log");
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        var ended = process.waitFor(120, TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            throw new IOException(program + " failed: " + Files.readString(said));
        }
        Files.delete(said);
    }

    /// Where it answers.
    String url() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=ann".formatted(port);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("pg_ctl", "stop", "-m", "immediate", "-D", data());
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
