package groundschool;

import groundschool.db.Database;
import groundschool.web.HealthPage;
import groundschool.web.Hosts;
import groundschool.web.Page;
import groundschool.web.Site;
import groundschool.web.StaticFiles;
import groundschool.web.Views;
import java.util.List;

/// The whole server, wired by hand in the order that data flows: settings, database, content,
/// emulator, pages, site.
public final class Main implements AutoCloseable {

    private final Database database;
    private final Site site;
    private final int port;

    /// Builds everything and starts to listen.
    public Main(Settings settings) {
        this.database =
                settings.database().map(Database::at).orElseGet(() -> Database.in(settings.data()));
        var files = new StaticFiles();
        var views = new Views(files);
        this.site = new Site(views, new Hosts(settings.allowedHosts()), pages(files));
        this.port = site.start(settings.host(), settings.port());
    }

    /// Every page of the site.
    private List<Page> pages(StaticFiles files) {
        return List.of(files, new HealthPage(database));
    }

    /// The port that the site listens on.
    public int port() {
        return port;
    }

    @Override
    public void close() {
        site.close();
        database.close();
    }
}
