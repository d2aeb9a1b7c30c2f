package groundschool.lab;

import static groundschool.db.generated.Tables.LEARNER;

import groundschool.content.Catalogue;
import groundschool.content.ContentReader;
import groundschool.content.ContentReader.Result.Loaded;
import groundschool.content.Lab;
import groundschool.db.Database;
import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.http.PortTakenException;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.lab.check.CheckRule;
import groundschool.web.Hosts;
import groundschool.web.Site;
import groundschool.web.StaticFiles;
import groundschool.web.Views;
import groundschool.web.Visitors;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The labs of a real server, in a data folder, and a browser without scripts.
final class LabSite implements AutoCloseable {

    static final Lab LAB = lab();

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");
    private static final Pattern ACTIONS = Pattern.compile("data-actions=\"([^\"]+)\"");

    final Database database;
    final Emulator emulator;
    final EmulatorServer port;
    final LabDesk desk;
    final Visitors visitors;
    final List<String> repeated = new ArrayList<>();

    private final LabEventsPage events;
    private final Site site;
    private final URI home;
    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie = "";
    private String csrf = "";

    LabSite(Path data) throws PortTakenException {
        this(data, LAB);
    }

    LabSite(Path data, Lab... labs) throws PortTakenException {
        emulator = new Emulator(Sandboxes.at(data.resolve("aws"), Durability.WRITE));
        port = EmulatorServer.start(emulator, "127.0.0.1", 0, Set.of());
        database = Database.in(data);
        visitors = new Visitors(database, Clock.systemUTC());
        var catalogue = new Catalogue(List.of(), List.of(labs), Map.of());
        desk = new LabDesk(database, emulator, () -> catalogue, Clock.systemUTC());
        var files = new StaticFiles();
        var views = new Views(files);
        events = new LabEventsPage(views, visitors, desk);
        site =
                new Site(
                        views,
                        new Hosts(List.of()),
                        List.of(
                                files,
                                new LabsPage(views, visitors, () -> catalogue, desk),
                                new LabPage(
                                        views,
                                        visitors,
                                        () -> catalogue,
                                        desk,
                                        port::uri,
                                        (_, cards, _) -> repeated.addAll(cards)),
                                new LabTerminalPage(visitors, desk),
                                new LabInboxPage(views, visitors, desk),
                                new LabFunctionsPage(views, visitors, desk),
                                events));
        home = URI.create("http://127.0.0.1:" + site.start("127.0.0.1", 0));
    }

    private static Lab lab() {
        return lab("orders-table");
    }

    /// One of the labs that there are.
    static Lab lab(String id) {
        var read =
                new ContentReader(new CheckRule(), List.of())
                        .read(Path.of("../content"), Path.of("../labs"));
        return ((Loaded) read).catalogue().lab(id).orElseThrow();
    }

    /// The learner's workbench.
    Workbench bench() {
        return desk.open(visitors.local().id(), LAB);
    }

    /// Somebody else who learns here.
    long otherLearner() {
        return database.transaction(db ->
                db.insertInto(LEARNER)
                        .set(LEARNER.NAME, "Somebody else")
                        .set(LEARNER.CREATED_AT, Instant.now())
                        .returningResult(LEARNER.ID)
                        .fetchSingle()
                        .value1());
    }

    HttpResponse<String> get(String path) {
        var response = send(HttpRequest.newBuilder(home.resolve(path)).GET());
        response.headers()
                .firstValue("Set-Cookie")
                .ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        first(CSRF, response.body()).ifPresent(token -> csrf = token);
        return response;
    }

    /// Posts a form as a page without scripts does.
    ///
    /// @param fields name, value, name, value …
    HttpResponse<String> post(String path, String... fields) {
        return ask("text/html", path, fields);
    }

    /// The same, asking for another kind of answer.
    HttpResponse<String> ask(String accept, String path, String... fields) {
        var form = new StringBuilder("csrf=" + csrf);
        for (var i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=');
            form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", accept)
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /// Opens the lab's page.
    ///
    /// @return the address below which its actions lie
    String open() {
        return first(ACTIONS, get("/labs/orders-table").body()).orElseThrow();
    }

    HttpResponse<InputStream> stream(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Cookie", cookie)
                        .header("Accept", "text/event-stream")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            if (!cookie.isEmpty()) {
                request.header("Cookie", cookie);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map(match -> match.group(1));
    }

    @Override
    public void close() {
        events.close();
        site.close();
        desk.close();
        port.close();
        emulator.close();
        database.close();
        client.close();
    }
}
