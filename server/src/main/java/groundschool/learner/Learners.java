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

    /// Lets no other transaction that holds this learner go on until this one has ended. What is
    /// read and then changed must hold its learner first, or two tabs change it at once.
    public void hold(long learnerId) {
        db.select(LEARNER.ID).from(LEARNER).where(LEARNER.ID.eq(learnerId)).forUpdate().fetch();
    }

    private Learner create(String name, Instant now) {
        db.insertInto(LEARNER).set(LEARNER.NAME, name).set(LEARNER.CREATED_AT, now).execute();
        return local(now);
    }
}
