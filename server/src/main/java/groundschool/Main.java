package groundschool;

import groundschool.content.Catalogue;
import groundschool.db.Database;
import groundschool.home.HomePage;
import groundschool.home.Today;
import groundschool.lesson.CoursePage;
import groundschool.lesson.LessonPage;
import groundschool.lesson.NextLesson;
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
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/// The whole server, wired by hand in the order that data flows: settings, database, content,
/// emulator, pages, site.
public final class Main implements AutoCloseable {

    private final Supplier<Catalogue> catalogue = () -> Catalogue.EMPTY;
    private final Database database;
    private final Visitors visitors;
    private final EventsPage events;
    private final Site site;
    private final int port;

    /// Builds everything and starts to listen.
    public Main(Settings settings) {
        this.database =
                settings.database().map(Database::at).orElseGet(() -> Database.in(settings.data()));
        this.visitors = new Visitors(database, Clock.systemDefaultZone());
        this.events = new EventsPage(() -> "");
        var files = new StaticFiles();
        var views = new Views(files);
        views.frame("lessonsUrl", () -> CoursePage.url(catalogue.get()));
        this.site = new Site(views, new Hosts(settings.allowedHosts()), pages(files, views));
        this.port = site.start(settings.host(), settings.port());
    }

    /// Every page of the site.
    private List<Page> pages(StaticFiles files, Views views) {
        return List.of(
                files,
                events,
                new ContentFiles(catalogue),
                new HealthPage(database),
                new HomePage(views, visitors, today()),
                new CoursePage(views, visitors, database, catalogue),
                new LessonPage(views, visitors, database, catalogue),
                new SearchPage(views, catalogue));
    }

    /// What the first page may offer, the most urgent first.
    private List<Today.Source> today() {
        return List.of(new NextLesson(catalogue, database));
    }

    /// The port that the site listens on.
    public int port() {
        return port;
    }

    @Override
    public void close() {
        events.close();
        site.close();
        database.close();
    }
}
