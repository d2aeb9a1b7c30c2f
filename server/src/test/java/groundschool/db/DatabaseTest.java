package groundschool.db;

import static groundschool.db.generated.Tables.LEARNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.learner.Learners;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/data/learners",
                "jdbc:h2:file:/data/learners;WRITE_DELAY=500",
                "jdbc:h2:file:/data/learners;write_delay=500;MODE=PostgreSQL",
                "JDBC:H2:mem:x"
            })
    void a_commit_in_h2_is_on_disk_when_it_returns_whatever_the_address_says(String url) {
        assertThat(Database.durable(url))
                .contains(";WRITE_DELAY=0")
                .doesNotContainIgnoringCase("WRITE_DELAY=500");
    }

    @Test
    void an_address_of_postgresql_stays_as_it_is() {
        var url = "jdbc:postgresql://db.example/learners?user=ann";

        assertThat(Database.durable(url)).isEqualTo(url);
    }

    @Test
    void an_address_of_something_else_is_refused_with_a_sentence() {
        assertThatThrownBy(() -> Database.at("jdbc:mysql://ann:secret@db.example/learners"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(
                        "The database jdbc:mysql://db.example/learners cannot be opened: an address begins with jdbc:postgresql: or jdbc:h2:");
    }

    @Test
    void a_database_that_does_not_answer_is_named_without_its_password() {
        assertThatThrownBy(() ->
                        Database.at(
                                "jdbc:postgresql://127.0.0.1:1/learners?connectTimeout=1&user=ann&password=secret"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("cannot be opened")
                .hasMessageNotContaining("secret");
    }

    @Test
    void what_only_reads_may_not_write_and_what_may_write_is_counted(@TempDir Path data) {
        try (var database = Database.in(data)) {
            var before = database.writes();

            assertThatThrownBy(() -> database.read(db -> new Learners(db).local(Instant.EPOCH)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not a query");
            assertThat(database.<Integer>read(db -> db.fetchCount(LEARNER))).isZero();
            assertThat(database.writes()).isEqualTo(before);

            database.transaction(db -> new Learners(db).local(Instant.EPOCH));

            assertThat(database.writes()).isEqualTo(before + 1);
            assertThat(database.<Integer>read(db -> db.fetchCount(LEARNER))).isEqualTo(1);
        }
    }

    @Test
    void an_address_of_h2_may_name_its_own_user(@TempDir Path data) {
        try (var database = Database.at("jdbc:h2:file:" + data.resolve("x") + ";USER=ann")) {
            assertThat(database.isUp()).isTrue();
        }
    }

    @Test
    void what_fails_half_way_leaves_nothing(@TempDir Path data) {
        try (var database = Database.in(data)) {
            assertThatThrownBy(() ->
                            database.transaction(db -> {
                                new Learners(db).local(Instant.EPOCH);
                                throw new IllegalStateException("the oven is cold");
                            }))
                    .hasMessage("the oven is cold");

            int learners = database.transaction(db -> db.fetchCount(LEARNER));
            assertThat(learners).isZero();
        }
    }
}
