package groundschool.card;

import groundschool.content.Catalogue;
import groundschool.db.Database;
import groundschool.home.Today;
import groundschool.learner.Learner;
import groundschool.web.Visitors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The cards that wait for a learner: a line of the first page, and the number in the bar.
public final class DueCards implements Today.Source {

    private final Visitors visitors;
    private final Database database;
    private final Supplier<Catalogue> catalogue;
    private final Map<Long, Counted> counted = new ConcurrentHashMap<>();

    /// A count, and what it was made of: it holds for a second in which nobody writes.
    private record Counted(int left, long writes, Catalogue catalogue, Instant second) {}

    public DueCards(Visitors visitors, Database database, Supplier<Catalogue> catalogue) {
        this.visitors = visitors;
        this.database = database;
        this.catalogue = catalogue;
    }

    /// How many cards can be reviewed now.
    ///
    /// Each page asks, for the number in its bar.
    public int count(Learner learner) {
        var now = visitors.now();
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        var writes = database.writes();
        var current = catalogue.get();
        var known = counted.get(learner.id());
        if (known != null
                && known.writes() == writes
                && known.catalogue() == current
                && known.second().equals(second)) {
            return known.left();
        }
        var left = session(learner, now).left();
        counted.put(learner.id(), new Counted(left, writes, current, second));
        return left;
    }

    @Override
    public List<Today> today(Learner learner, Instant now) {
        var session = session(learner, now);
        if (session.left() == 0) {
            return List.of();
        }
        return List.of(
                new Today(
                        "cards",
                        "Cards due",
                        session.left() == 1 ? "1 card" : session.left() + " cards",
                        "about " + session.minutes() + " min",
                        "Review",
                        "/cards"));
    }

    /// Makes cards fall due now, because something that they ask about has gone wrong.
    ///
    /// @param cardIds those that are in no course are left out
    public void makeDue(Learner learner, List<String> cardIds, Instant now) {
        var cards = cardIds.stream().flatMap(id -> catalogue.get().card(id).stream()).toList();
        database.transaction(db -> {
            new Reviews(db).makeDue(learner.id(), cards, now);
            return cards;
        });
    }

    private Session session(Learner learner, Instant now) {
        return database.read(db ->
                new Reviews(db)
                        .session(
                                learner.id(),
                                catalogue.get(),
                                Optional.empty(),
                                visitors.today(),
                                now));
    }
}
