package groundschool;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import groundschool.web.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private Path content = REPOSITORY;
    private Main main;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    void start(@TempDir Path data, @TempDir Path folder) throws Exception {
        // Lessons link to the labs beside them.
        content = folder.resolve("content");
        var labs = folder.resolve("labs");
        copy(REPOSITORY.resolve("content"), content);
        copy(REPOSITORY.resolve("labs"), labs);
        main =
                new Main(
                        new Settings(
                                0,
                                "127.0.0.1",
                                0,
                                data,
                                content,
                                labs,
                                Optional.empty(),
                                List.of(),
                                Optional.empty()));
    }

    @AfterAll
    void stop() {
        main.close();
    }

    @Test
    void every_page_is_listed() throws Exception {
        var source = Files.readString(Path.of("src/main/java/groundschool/Main.java"));

        var pages =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("groundschool")
                                .stream()
                                .filter(each ->
                                        each.isAssignableTo(Page.class) && !each.isInterface());

        assertThat(pages)
                .allSatisfy(page -> assertThat(source).contains("new " + page.getSimpleName()));
    }

    @Test
    void serves_the_real_content() throws Exception {
        assertThat(get("/")).contains("From servers to serverless");
        assertThat(get("/courses/aws-serverless")).contains("Anatomy of a Lambda function");
        assertThat(get("/lessons/servers-to-serverless"))
                .contains("When the unit is a request", "one-saturday.light.svg", "margin-note");
        assertThat(get("/content/aws-serverless/01-foundations/images/one-saturday.light.svg"))
                .startsWith("<svg");
        assertThat(get("/search?q=cold+start")).contains("<mark>cold</mark> <mark>start</mark>");
        assertThat(get("/cards")).contains("<main");
        assertThat(get("/exams")).contains("<main");
    }

    @Test
    void a_first_visit_is_below_100_kilobytes_without_fonts() throws Exception {
        var page = get("/lessons/servers-to-serverless");
        var links =
                java.util.regex.Pattern.compile(
                                "(?:href|src)=\"(/static/[^\"]+\\.(?:css|js|svg))\"")
                        .matcher(page);

        var bytes = page.length();
        while (links.find()) {
            bytes += get(links.group(1)).length();
        }

        // As sent: text shrinks to less than half by gzip.
        assertThat(bytes).isLessThan(200_000);
    }

    @Test
    void a_saved_file_shows_and_a_broken_one_keeps_the_last_good_version() throws Exception {
        var unit = content.resolve("aws-serverless/01-foundations/unit.md");
        var good = Files.readString(unit);

        Files.writeString(unit, good.replace("title: Foundations", "title: First ground"));
        await("/courses/aws-serverless", "First ground");

        Files.writeString(unit, good.replace("title: Foundations", "titel: Foundations"));
        await("/courses/aws-serverless", "Content has");
        assertThat(get("/courses/aws-serverless")).contains("First ground").contains("unit.md:");

        Files.writeString(unit, good);
        await("/courses/aws-serverless", "Foundations");
        assertThat(get("/courses/aws-serverless")).doesNotContain("Content has");
    }

    private void await(String path, String text) throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!get(path).contains(text) && System.nanoTime() < until) {
            Thread.sleep(5);
        }
        assertThat(get(path)).contains(text);
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + main.port() + path));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
