package groundschool.web;

import groundschool.db.Database;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Tells whether this server can serve.
public final class HealthPage implements Page {

    private final Instant started = Instant.now();
    private final Database database;

    public HealthPage(Database database) {
        this.database = database;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/healthz",
                context -> {
                    var up = database.isUp();
                    context.status(up ? 200 : 503)
                            .json(
                                    Map.of(
                                            "version",
                                            Version.NAME,
                                            "uptimeSeconds",
                                            Duration.between(started, Instant.now()).toSeconds(),
                                            "database",
                                            up ? "up" : "down"));
                });
    }
}
