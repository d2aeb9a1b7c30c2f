package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The names that sandboxes are found by, where no key says which one is meant.
class ClaimedNamesTest {

    private static final String ACCOUNT = "123456789012";

    @TempDir private Path folder;

    @Test
    void are_found_again_after_a_restart() {
        String id;
        try (var sandboxes = Sandboxes.at(folder, Durability.WRITE)) {
            id = sandboxes.create(ACCOUNT).sandbox();
            sandboxes.open(id).keys().claim("oidc:id.example.com");
            sandboxes.open(id).keys().claim("oidc:id.example.com");
        }

        try (var sandboxes = Sandboxes.at(folder, Durability.WRITE)) {
            assertThat(sandboxes.claimants("oidc:id.example.com", ACCOUNT)).containsExactly(id);
        }
    }

    @Test
    void are_shared_and_go_with_their_sandbox() {
        try (var sandboxes = Sandboxes.inMemory()) {
            var one = sandboxes.create(ACCOUNT).sandbox();
            var other = sandboxes.create(ACCOUNT).sandbox();
            var stranger = sandboxes.create("210987654321").sandbox();
            for (var id : List.of(one, other, stranger)) {
                sandboxes.open(id).keys().claim("oidc:id.example.com");
            }

            sandboxes.delete(one);

            assertThat(sandboxes.claimants("oidc:id.example.com", ACCOUNT)).containsExactly(other);
        }
    }

    @Test
    void are_the_last_thousand() {
        try (var sandboxes = Sandboxes.inMemory()) {
            var id = sandboxes.create(ACCOUNT).sandbox();
            for (var i = 0; i <= 1000; i++) {
                sandboxes.open(id).keys().claim("oidc:" + i);
            }

            assertThat(sandboxes.claimants("oidc:0", ACCOUNT)).isEmpty();
            assertThat(sandboxes.claimants("oidc:1000", ACCOUNT)).containsExactly(id);
        }
    }

    @Test
    void are_not_claimed_by_forks() {
        try (var sandboxes = Sandboxes.inMemory()) {
            var sandbox = sandboxes.open(sandboxes.create(ACCOUNT).sandbox());

            sandboxes.fork(sandbox).keys().claim("oidc:id.example.com");

            assertThat(sandboxes.claimants("oidc:id.example.com", ACCOUNT)).isEmpty();
        }
    }
}
