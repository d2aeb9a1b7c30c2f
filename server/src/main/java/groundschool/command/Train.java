package groundschool.command;

import groundschool.Main;
import groundschool.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Does once what a first visit does, so that the JDK can note which classes that takes.
@Command(name = "train", hidden = true)
final class Train implements Callable<Integer> {

    private static final List<String> PAGES =
            List.of("/", "/cards", "/exams", "/labs", "/progress", "/search?q=table", "/healthz");

    @Override
    public Integer call() throws Exception {
        var data = Files.createTempDirectory("groundschool-train");
        var home = Path.of(System.getProperty("groundschool.home", "."));
        var settings =
                new Settings(
                        0,
                        "127.0.0.1",
                        0,
                        data,
                        home.resolve("content"),
                        home.resolve("labs"),
                        Optional.empty(),
                        List.of());
        try (var main = new Main(settings)) {
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
        return 0;
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
