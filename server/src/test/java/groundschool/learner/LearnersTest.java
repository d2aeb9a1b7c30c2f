package groundschool.learner;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.card.Reviews;
import groundschool.db.Database;
import groundschool.lesson.Readings;
import groundschool.web.TestSchool;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearnersTest {

    private static final Instant NOW = Instant.parse("2026-12-05T08:00:00Z");

    @TempDir private Path data;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.in(data);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Learner local() {
        return database.transaction(db -> new Learners(db).local(NOW));
    }

    @Test
    void the_local_learner_is_made_once_and_found_again_after_a_restart() {
        var first = local();

        database.close();
        database = Database.in(data);

        assertThat(local()).isEqualTo(first);
    }

    @RepeatedTest(10)
    void tabs_that_act_at_once_for_one_learner_wait_for_one_another() throws Exception {
        var learner = local().id();
        var cards = TestSchool.knots().cards();
        var tabs = new ArrayList<Callable<Integer>>();
        for (var tab = 0; tab < 8; tab++) {
            var position = tab / 8.0;
            tabs.add(() ->
                    database.transaction(db -> {
                        new Readings(db).keep(learner, "knots", position, NOW);
                        return new Reviews(db).add(learner, cards, NOW);
                    }));
        }

        try (var browser = Executors.newVirtualThreadPerTaskExecutor()) {
            var added = 0;
            for (var tab : browser.invokeAll(tabs)) {
                added += tab.get();
            }

            assertThat(added).isEqualTo(3);
        }
        var readings = database.transaction(db -> new Readings(db).all(learner));
        assertThat(readings).containsOnlyKeys("knots");
    }
}
