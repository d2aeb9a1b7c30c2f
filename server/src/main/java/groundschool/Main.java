package groundschool;

import groundschool.card.CardsPage;
import groundschool.card.DueCards;
import groundschool.content.Catalogue;
import groundschool.content.Content;
import groundschool.content.ContentReader;
import groundschool.content.ContentWatcher;
import groundschool.content.Problem;
import groundschool.content.memory.MemoryFile;
import groundschool.db.Database;
import groundschool.emulator.Emulator;
import groundschool.emulator.http.EmulatorServer;
import groundschool.emulator.http.PortTakenException;
import groundschool.emulator.lambda.runtime.Runtimes;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.exam.AttemptPage;
import groundschool.exam.ExamUnderWay;
import groundschool.exam.ExamsPage;
import groundschool.exam.PracticePage;
import groundschool.home.HomePage;
import groundschool.home.Today;
import groundschool.lab.LabDesk;
import groundschool.lab.LabEventsPage;
import groundschool.lab.LabFunctionsPage;
import groundschool.lab.LabInboxPage;
import groundschool.lab.LabPage;
import groundschool.lab.LabTerminalPage;
import groundschool.lab.LabUnderWay;
import groundschool.lab.LabsPage;
import groundschool.lab.check.CheckRule;
import groundschool.lesson.CoursePage;
import groundschool.lesson.HandbookPage;
import groundschool.lesson.LessonDesk;
import groundschool.lesson.LessonPage;
import groundschool.lesson.LessonRunPage;
import groundschool.lesson.NextLesson;
import groundschool.progress.ProgressPage;
import groundschool.proof.ProofRuns;
import groundschool.search.SearchPage;
import groundschool.web.ContentFiles;
import groundschool.web.EventsPage;
import groundschool.web.HealthPage;
import groundschool.web.Hosts;
import groundschool.web.Page;
import groundschool.web.Site;
import groundschool.web.StaticFiles;
import groundschool.web.Views;
import groundschool.web.Visitors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// The whole server, wired by hand in the order that data flows: settings, database, content,
/// emulator, pages, site.
public final class Main implements AutoCloseable {

    private final Sandboxes sandboxes;
    private final Database database;
    private final ContentReader reader;
    private final Content content;
    private final ContentWatcher watcher;
    private final Supplier<Catalogue> catalogue;
    private final Emulator emulator;
    private final EmulatorServer emulatorServer;
    private final Visitors visitors;
    private final AtomicLong contentVersion = new AtomicLong(System.currentTimeMillis());
    private final DueCards dueCards;
    private final LabDesk labDesk;
    private final LessonDesk lessonDesk;
    private final ProofRuns proofRuns;
    private final EventsPage events;
    private final LabEventsPage labEvents;
    private final Site site;
    private final int port;

    /// Builds everything and starts to listen.
    ///
    /// @throws PortTakenException if another program listens on one of the ports
    /// @throws IOException if the content's folders cannot be watched
    public Main(Settings settings) throws IOException {
        // First of all, for it takes the data folder for this process.
        this.sandboxes = Sandboxes.at(settings.data().resolve("aws"), Durability.WRITE);
        Thread.ofPlatform().daemon().name("queries").start(Database::prepare);
        var openDatabase = Meanwhile.make("database", () -> database(settings));
        var startEmulator = Meanwhile.make("emulator", () -> emulator(sandboxes, settings));
        this.reader = new ContentReader(settings.memory().map(MemoryFile::new), new CheckRule());
        this.content = new Content(reader.read(settings.content(), settings.labs()));
        this.watcher = new ContentWatcher(reader, settings.content(), settings.labs(), content);
        this.catalogue = content::catalogue;
        var files = new StaticFiles();
        var views = new Views(files);
        views.prepare("home/home");
        Site.rehearse(views);
        this.emulatorServer = startEmulator.get();
        this.emulator = emulatorServer.emulator();
        this.database = openDatabase.get();
        this.visitors = new Visitors(database, Clock.systemDefaultZone());
        this.dueCards = new DueCards(visitors, database, catalogue);
        this.events = new EventsPage(contentVersion::toString);
        content.subscribe((_, _) -> {
            contentVersion.incrementAndGet();
            events.changed();
        });
        this.labDesk = new LabDesk(database, emulator, catalogue, Clock.systemUTC());
        this.lessonDesk = new LessonDesk(database, emulator, Clock.systemUTC());
        this.proofRuns = new ProofRuns(catalogue);
        this.labEvents = new LabEventsPage(views, visitors, labDesk);
        views.frame("lessonsUrl", () -> CoursePage.url(catalogue.get()));
        views.frame("contentVersion", contentVersion::toString);
        views.frame(
                "problems", () -> content.problems().stream().filter(Problem::refuses).toList());
        views.frame("cardsDue", () -> dueCards.count(visitors.local()));
        this.site = new Site(views, new Hosts(settings.allowedHosts()), pages(files, views));
        this.port = site.start(settings.host(), settings.port());
    }

    private static Database database(Settings settings) {
        return settings.database().map(Database::at).orElseGet(() -> Database.in(settings.data()));
    }

    private static EmulatorServer emulator(Sandboxes sandboxes, Settings settings)
            throws PortTakenException {
        return EmulatorServer.start(
                new Emulator(
                        sandboxes,
                        InstantSource.system(),
                        Runtimes.local(Optional.of(settings.data().resolve("runtimes")))),
                settings.host(),
                settings.awsPort(),
                Set.copyOf(settings.allowedHosts()));
    }

    /// Every page of the site.
    private List<Page> pages(StaticFiles files, Views views) {
        return List.of(
                files,
                events,
                new ContentFiles(catalogue),
                new HealthPage(database, emulatorServer::isUp),
                new HomePage(views, visitors, today()),
                new CoursePage(views, visitors, database, catalogue),
                new HandbookPage(views, catalogue),
                new LessonPage(views, visitors, database, catalogue),
                new LessonRunPage(visitors, catalogue, lessonDesk),
                new CardsPage(views, visitors, database, catalogue),
                new ExamsPage(views, visitors, database, catalogue, new SecureRandom()),
                new AttemptPage(views, visitors, database, proofRuns),
                new PracticePage(views, visitors, database, catalogue, proofRuns),
                new LabsPage(views, visitors, catalogue, labDesk),
                new LabPage(
                        views,
                        visitors,
                        catalogue,
                        labDesk,
                        emulatorServer::uri,
                        dueCards::makeDue),
                new LabTerminalPage(visitors, labDesk),
                new LabInboxPage(views, visitors, labDesk),
                new LabFunctionsPage(views, visitors, labDesk),
                labEvents,
                new ProgressPage(views, visitors, database, catalogue),
                new SearchPage(views, catalogue));
    }

    /// What the first page may offer, the most urgent first.
    private List<Today.Source> today() {
        return List.of(
                new ExamUnderWay(database),
                new LabUnderWay(labDesk, catalogue),
                dueCards,
                new NextLesson(catalogue, database));
    }

    /// The port that the site listens on.
    public int port() {
        return port;
    }

    /// The port that the emulator listens on.
    public int awsPort() {
        return emulatorServer.port();
    }

    /// Does what need not be done before the first page, so that later ones are quicker: reads the
    /// models of the emulator's services, and keeps what was understood of the content for the next
    /// start.
    public void settle() {
        emulator.warmUp();
        reader.keep();
    }

    /// What there is to learn, now.
    public Catalogue catalogue() {
        return catalogue.get();
    }

    @Override
    public void close() {
        events.close();
        labEvents.close();
        site.close();
        labDesk.close();
        proofRuns.close();
        stopWatching();
        emulatorServer.close();
        emulator.close();
        database.close();
    }

    private void stopWatching() {
        try {
            watcher.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
