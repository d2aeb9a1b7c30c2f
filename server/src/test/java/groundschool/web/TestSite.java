package groundschool.web;

import groundschool.card.CardsPage;
import groundschool.card.DueCards;
import groundschool.content.Catalogue;
import groundschool.db.Database;
import groundschool.emulator.http.PortTakenException;
import groundschool.exam.AttemptPage;
import groundschool.exam.ExamUnderWay;
import groundschool.exam.ExamsPage;
import groundschool.exam.PracticePage;
import groundschool.home.HomePage;
import groundschool.lesson.CoursePage;
import groundschool.lesson.HandbookPage;
import groundschool.lesson.LessonPage;
import groundschool.lesson.NextLesson;
import groundschool.progress.ProgressPage;
import groundschool.proof.ProofRuns;
import groundschool.search.SearchPage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A site on a free port over a small catalogue, and a browser without a window that visits it.
public final class TestSite implements AutoCloseable {

    /// When everything happens.
    public static final Instant NOW = Instant.parse("2026-12-05T08:00:00Z");

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");

    private final AtomicReference<Catalogue> catalogue;
    private final Database database;
    private final Site site;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final EventsPage events;
    private final MovableClock clock;
    private final Visitors visitors;
    private final ProofRuns proofs;

    /// A site whose learners are forgotten when it closes.
    public TestSite(Catalogue catalogue) {
        this(catalogue, Database.at("jdbc:h2:mem:" + UUID.randomUUID()), List.of());
    }

    public TestSite(Catalogue catalogue, Database database, List<Page> more) {
        this.catalogue = new AtomicReference<>(catalogue);
        this.database = database;
        this.clock = new MovableClock(NOW);
        this.visitors = new Visitors(database, clock);
        var files = new StaticFiles();
        var views = new Views(files);
        var dueCards = new DueCards(visitors, database, this.catalogue::get);
        views.frame("cardsDue", () -> dueCards.count(visitors.local()));
        this.events = new EventsPage(() -> "1");
        this.proofs = new ProofRuns(this.catalogue::get);
        var pages =
                Stream.concat(
                                Stream.of(
                                        files,
                                        events,
                                        new ContentFiles(this.catalogue::get),
                                        new HealthPage(database, () -> true),
                                        new HomePage(
                                                views,
                                                visitors,
                                                List.of(
                                                        new ExamUnderWay(database),
                                                        dueCards,
                                                        new NextLesson(
                                                                this.catalogue::get, database))),
                                        new CardsPage(
                                                views, visitors, database, this.catalogue::get),
                                        new ExamsPage(
                                                views,
                                                visitors,
                                                database,
                                                this.catalogue::get,
                                                new Random(7)),
                                        new AttemptPage(views, visitors, database, proofs),
                                        new PracticePage(
                                                views,
                                                visitors,
                                                database,
                                                this.catalogue::get,
                                                proofs),
                                        new ProgressPage(
                                                views, visitors, database, this.catalogue::get),
                                        new CoursePage(
                                                views, visitors, database, this.catalogue::get),
                                        new HandbookPage(views, this.catalogue::get),
                                        new LessonPage(
                                                views, visitors, database, this.catalogue::get),
                                        new SearchPage(views, this.catalogue::get)),
                                more.stream())
                        .toList();
        this.site = new Site(views, new Hosts(List.of()), pages);
        this.port = started(site);
    }

    private static int started(Site site) {
        try {
            return site.start("127.0.0.1", 0);
        } catch (PortTakenException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Puts other content in the place of what there is.
    public void show(Catalogue content) {
        catalogue.set(content);
    }

    /// The clock of the site.
    public MovableClock clock() {
        return clock;
    }

    public Database database() {
        return database;
    }

    /// The id of the learner who visits.
    public long learner() {
        return visitors.local().id();
    }

    public int port() {
        return port;
    }

    public EventsPage events() {
        return events;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Submits a form as a browser does that has loaded a page of the site.
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        return submit(path, List.copyOf(fields.entrySet()));
    }

    /// Submits a form in which a field may come several times.
    public HttpResponse<String> submit(String path, List<Map.Entry<String, String>> fields) {
        return submit(path, fields, "text/html");
    }

    /// The same, asking for another kind of answer.
    public HttpResponse<String> submit(
            String path, List<Map.Entry<String, String>> fields, String accept) {
        var visit = get("/search");
        var cookie = visit.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        var token = TOKEN.matcher(visit.body());
        if (!token.find()) {
            throw new AssertionError("the page has no token");
        }
        return send(
                request(path)
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", accept)
                        .POST(body(fields, token.group(1))));
    }

    private static HttpRequest.BodyPublisher body(
            List<Map.Entry<String, String>> fields, String token) {
        var all = Stream.concat(fields.stream(), Stream.of(Map.entry("csrf", token)));
        return HttpRequest.BodyPublishers.ofString(
                all.map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        events.close();
        site.close();
        proofs.close();
        database.close();
    }
}
