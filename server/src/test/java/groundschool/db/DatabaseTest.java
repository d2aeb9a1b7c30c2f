package groundschool.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @Test
    void a_commit_of_h2_is_on_disk_whatever_the_url_says() {
        assertThat(Database.durable("jdbc:h2:file:/data/learners")).contains(";WRITE_DELAY=0;");
        assertThat(Database.durable("jdbc:h2:mem:x;write_delay=500;MODE=PostgreSQL"))
                .contains(";WRITE_DELAY=0;")
                .contains(";MODE=PostgreSQL")
                .doesNotContain("500");
    }

    @Test
    void the_url_of_another_database_stays_as_it_is() {
        var url = "jdbc:postgresql://db.example/groundschool?user=a";

        assertThat(Database.durable(url)).isEqualTo(url);
    }

    @Test
    void what_a_transaction_wrote_is_gone_when_it_throws(@TempDir Path folder) {
        try (var database = Database.in(folder)) {
            assertThatThrownBy(() ->
                            database.transaction(db -> {
                                db.execute(
                                        "insert into learner (name, created_at) values ('Ann', current_timestamp)");
                                throw new IllegalStateException("after writing");
                            }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(
                            database.<Integer>transaction(
                                    db -> db.fetchCount(org.jooq.impl.DSL.table("learner"))))
                    .isZero();
        }
    }

    @Test
    void a_database_that_cannot_be_opened_is_told_in_a_sentence_without_its_password() {
        assertThatThrownBy(
                        () -> Database.at("jdbc:postgresql://127.0.0.1:1/x?user=a&password=secret"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageStartingWith("The database jdbc:postgresql://127.0.0.1:1/x")
                .hasMessageNotContainingAny("secret");
    }
}
