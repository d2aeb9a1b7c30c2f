package groundschool.command;

import groundschool.emulator.Caller;
import groundschool.emulator.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Does once what a first visit does, so that the JDK can note which classes that takes.
@Command(name = "train", hidden = true)
final class Train implements Callable<Integer> {

    private static final List<String> PAGES =
            List.of("/", "/cards", "/exams", "/labs", "/progress", "/search?q=table", "/healthz");

    @Parameters(arity = "0..1", defaultValue = "SITE")
    private Role role = Role.SITE;

    /// What starts with the cache.
    enum Role {
        SITE,
        EMULATOR
    }

    @Override
    public Integer call() throws Exception {
        switch (role) {
            case SITE -> visitSite();
            case EMULATOR -> callEmulator();
        }
        return 0;
    }

    private static void visitSite() throws IOException {
        var data = Files.createTempDirectory("groundschool-train");
        var serve = new Serve();
        Groundschool.alone("serve", serve.spec())
                .parseArgs("--port=0", "--aws-port=0", "--data=" + data);
        // Most starts find a data folder that was used before.
        serve.start().close();
        try (var main = serve.start()) {
            for (var page : PAGES) {
                visit("http://127.0.0.1:" + main.port() + page);
            }
            for (var lesson : main.catalogue().lessons()) {
                visit("http://127.0.0.1:" + main.port() + "/lessons/" + lesson.id());
            }
            for (var lab : main.catalogue().labs()) {
                visit("http://127.0.0.1:" + main.port() + "/labs/" + lab.id());
            }
            visit("http://127.0.0.1:" + main.awsPort() + "/");
        } finally {
            delete(data);
        }
    }

    private static void callEmulator() throws IOException {
        var alone = new EmulatorAlone();
        Groundschool.alone("emulator", alone.spec()).parseArgs("--port=0", "--in-memory");
        var server = alone.start();
        visit("http://127.0.0.1:" + server.port() + "/");
        var emulator = server.emulator();
        emulator.warmUp();
        var sandboxes = emulator.sandboxes();
        var key = sandboxes.create("000000000000");
        var caller = new Caller(sandboxes.open(key.sandbox()), key.principal(), "us-east-1");
        emulator.perform(caller, "dynamodb", "ListTables", Json.mapper().createObjectNode());
        EmulatorAlone.close(server);
    }

    private static void visit(String url) throws IOException {
        var connection = URI.create(url).toURL().openConnection();
        connection.setReadTimeout(10_000);
        try (var in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Train::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
