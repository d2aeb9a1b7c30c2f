package groundschool.web;

import groundschool.db.Database;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.BooleanSupplier;

/// Tells whether this server can serve.
public final class HealthPage implements Page {

    private final Instant started = Instant.now();
    private final Database database;
    private final BooleanSupplier emulator;

    /// @param emulator whether the emulator answers
    public HealthPage(Database database, BooleanSupplier emulator) {
        this.database = database;
        this.emulator = emulator;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/healthz", this::tell);
    }

    private void tell(Context context) {
        var databaseIsUp = database.isUp();
        var emulatorIsUp = emulator.getAsBoolean();
        var health = new LinkedHashMap<String, Object>();
        health.put("version", Version.NAME);
        health.put("uptimeSeconds", Duration.between(started, Instant.now()).toSeconds());
        health.put("database", word(databaseIsUp));
        health.put("emulator", word(emulatorIsUp));
        context.header("Cache-Control", "no-store");
        context.status(databaseIsUp && emulatorIsUp ? 200 : 503).json(health);
    }

    private static String word(boolean isUp) {
        return isUp ? "up" : "down";
    }
}
