package groundschool.web;

import groundschool.db.Database;
import groundschool.learner.Learner;
import groundschool.learner.Learners;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Who asks for a page, and when. While the server listens on loopback only it is always the one
/// local learner.
public final class Visitors {

    private final Learner local;
    private final Clock clock;

    public Visitors(Database database, Clock clock) {
        this.clock = clock;
        this.local = database.transaction(db -> new Learners(db).local(clock.instant()));
    }

    /// The learner who sent this request.
    public Learner learner(Context context) {
        return local;
    }

    /// The one learner there is, for what is asked outside a request.
    public Learner local() {
        return local;
    }

    public Instant now() {
        return clock.instant();
    }

    /// Where the learner's days begin and end.
    public ZoneId zone() {
        return clock.getZone();
    }

    /// When the learner's day began.
    public Instant today() {
        return now().atZone(zone()).truncatedTo(ChronoUnit.DAYS).toInstant();
    }

    /// How the learner writes dates: as their browser asks, in the language of the pages.
    public Locale locale(Context context) {
        var asked = context.req().getLocale();
        return asked.getLanguage().equals("en") ? asked : Locale.UK;
    }
}
