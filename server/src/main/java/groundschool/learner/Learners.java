package groundschool.learner;

import static groundschool.db.generated.Tables.LEARNER;
import static org.jooq.Records.mapping;

import java.time.Instant;
import org.jooq.DSLContext;

/// All who learn here.
public final class Learners {

    private final DSLContext db;

    public Learners(DSLContext db) {
        this.db = db;
    }

    /// The one who uses a server that listens on loopback only: the first row, made when first
    /// asked for.
    public Learner local(Instant now) {
        return db.select(LEARNER.ID, LEARNER.NAME)
                .from(LEARNER)
                .orderBy(LEARNER.ID)
                .limit(1)
                .fetchOptional(mapping(Learner::new))
                .orElseGet(() -> create("Local learner", now));
    }

    private Learner create(String name, Instant now) {
        db.insertInto(LEARNER).set(LEARNER.NAME, name).set(LEARNER.CREATED_AT, now).execute();
        return local(now);
    }
}
