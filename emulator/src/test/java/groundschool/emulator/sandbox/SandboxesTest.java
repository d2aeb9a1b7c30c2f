package groundschool.emulator.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxesTest {

    private static final String ACCOUNT = "111122223333";

    @TempDir Path folder;

    private Sandboxes sandboxes;

    @BeforeEach
    void open() {
        sandboxes = Sandboxes.at(folder.resolve("data"), Durability.WRITE);
    }

    @AfterEach
    void close() {
        sandboxes.close();
    }

    @Test
    void makes_keys_in_the_shape_of_the_real_ones_for_an_administrator() {
        var key = sandboxes.create(ACCOUNT);

        assertThat(key.id()).matches("AKIA[A-Z2-7]{16}");
        assertThat(key.secret()).matches("[A-Za-z0-9+/]{40}");
        assertThat(key.principal().arn()).isEqualTo("arn:aws:iam::" + ACCOUNT + ":user/learner");
        assertThat(key.principal().userId()).matches("AIDA[A-Z2-7]{17}");
        assertThat(sandboxes.key(key.id())).contains(key);
        assertThat(sandboxes.open(key.sandbox()).account()).isEqualTo(ACCOUNT);
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    @Test
    void lets_sandboxes_share_an_account_and_nothing_else() {
        var mine = sandboxes.create(ACCOUNT);
        var yours = sandboxes.create(ACCOUNT);

        bake(sandboxes.open(mine.sandbox()), "Linzer Torte");

        assertThat(cakes(sandboxes.open(mine.sandbox()))).containsExactly("Linzer Torte");
        assertThat(cakes(sandboxes.open(yours.sandbox()))).isEmpty();
    }

    @Test
    void finds_keys_and_state_after_a_restart() {
        var made = sandboxes.create(ACCOUNT);
        sandboxes.add("a_key_from_a_file", "its/secret", ACCOUNT);
        var added = sandboxes.key("a_key_from_a_file").orElseThrow();
        bake(sandboxes.open(made.sandbox()), "Linzer Torte");
        bake(sandboxes.open(added.sandbox()), "Sachertorte");

        restart();
        sandboxes.add("a_key_from_a_file", "its/secret", ACCOUNT);

        assertThat(sandboxes.keys()).containsExactlyInAnyOrder(made, added);
        assertThat(sandboxes.key(made.id())).contains(made);
        assertThat(sandboxes.key("a_key_from_a_file")).contains(added);
        assertThat(cakes(sandboxes.open(made.sandbox()))).containsExactly("Linzer Torte");
        assertThat(cakes(sandboxes.open(added.sandbox()))).containsExactly("Sachertorte");
    }

    @Test
    void gives_keys_from_a_file_to_the_accounts_root() {
        sandboxes.add("a_key_from_a_file", "any text, at all!", ACCOUNT);

        assertThat(sandboxes.key("a_key_from_a_file").orElseThrow().principal())
                .isEqualTo(new Principal.Root(ACCOUNT));
        assertThat(sandboxes.key("a_key_from_another")).isEmpty();
    }

    @Test
    void takes_a_new_secret_for_a_known_key_and_keeps_its_sandbox_and_account() {
        sandboxes.add("a_key_from_a_file", "old", ACCOUNT);
        var before = sandboxes.key("a_key_from_a_file").orElseThrow();

        sandboxes.add("a_key_from_a_file", "new", "999999999999");
        restart();

        assertThat(sandboxes.key("a_key_from_a_file"))
                .contains(new AccessKey(before.id(), "new", before.principal(), before.sandbox()));
        assertThat(sandboxes.open(before.sandbox()).account()).isEqualTo(ACCOUNT);
    }

    @Test
    void refuses_what_is_no_key_id_or_account() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandboxes.add("too_short", "secret", ACCOUNT))
                .withMessage(
                        "An access key id is 16–128 letters, digits or underscores: too_short");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandboxes.create("12345"))
                .withMessage("An account id has twelve digits: 12345");
        assertThatThrownBy(() -> sandboxes.open("../../etc"))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void makes_no_folder_for_a_sandbox_before_something_is_written_in_it() throws IOException {
        var key = sandboxes.create(ACCOUNT);
        cakes(sandboxes.open(key.sandbox()));
        assertThat(folder.resolve("data/sandboxes")).doesNotExist();

        bake(sandboxes.open(key.sandbox()), "Linzer Torte");

        try (var files = Files.walk(folder.resolve("data/sandboxes"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .containsExactly(
                            folder.resolve("data/sandboxes")
                                    .resolve(key.sandbox().substring(0, 2))
                                    .resolve(key.sandbox())
                                    .resolve("log"));
        }
    }

    @Test
    void deletes_a_sandbox_with_its_keys_and_files() {
        var key = sandboxes.create(ACCOUNT);
        var sandbox = sandboxes.open(key.sandbox());
        bake(sandbox, "Linzer Torte");

        sandboxes.delete(key.sandbox());

        assertThat(sandboxes.key(key.id())).isEmpty();
        assertThatThrownBy(() -> sandboxes.open(key.sandbox()))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> bake(sandbox, "Sachertorte"))
                .isInstanceOf(StorageException.class)
                .hasMessage("This sandbox has been closed.");
        assertThat(
                        folder.resolve("data/sandboxes")
                                .resolve(key.sandbox().substring(0, 2))
                                .resolve(key.sandbox()))
                .doesNotExist();
        restart();
        assertThat(sandboxes.key(key.id())).isEmpty();
    }

    @Test
    void forks_a_sandbox_without_a_trace_in_it() {
        var key = sandboxes.create(ACCOUNT, true);
        var sandbox = sandboxes.open(key.sandbox());
        bake(sandbox, "Linzer Torte");

        var fork = sandboxes.fork(sandbox);
        bake(fork, "burnt");
        fork.clock().advance(Duration.ofDays(1));

        assertThat(cakes(fork)).containsExactly("burnt");
        assertThat(fork.account()).isEqualTo(ACCOUNT);
        assertThat(cakes(sandbox)).containsExactly("Linzer Torte");
        assertThat(sandbox.clock().now()).isBefore(Instant.now().plusSeconds(60));
        restart();
        assertThat(cakes(sandboxes.open(key.sandbox()))).containsExactly("Linzer Torte");
    }

    @Test
    void lets_idle_sandboxes_leave_memory_and_brings_them_back_to_whoever_holds_them() {
        var key = sandboxes.create(ACCOUNT);
        var sandbox = sandboxes.open(key.sandbox());
        bake(sandbox, "Linzer Torte");

        IdleSandboxes.sweep(List.of(sandbox), Duration.ofHours(1), 1);
        assertThat(sandbox.isAwake()).isTrue();
        IdleSandboxes.sweep(List.of(sandbox), Duration.ZERO, 1);
        assertThat(sandbox.isAwake()).isFalse();

        assertThat(cakes(sandbox)).containsExactly("Linzer Torte");
        IdleSandboxes.sweep(List.of(sandbox), Duration.ZERO, 1);
        bake(sandbox, "Sachertorte");
        assertThat(sandboxes.open(key.sandbox())).isSameAs(sandbox);
    }

    @Test
    void lets_those_go_first_that_nobody_has_used_for_longest() {
        var all =
                List.of("1", "2", "3").stream()
                        .map(_ -> sandboxes.open(sandboxes.create(ACCOUNT).sandbox()))
                        .toList();
        all.forEach(sandbox -> bake(sandbox, "Linzer Torte"));
        sandboxes.open(all.getFirst().id());

        IdleSandboxes.sweep(all, Duration.ofHours(1), 1);

        assertThat(all).extracting(Sandbox::isAwake).containsExactly(true, false, false);
    }

    @Test
    void keeps_those_awake_that_are_followed_or_have_work_to_do() {
        var sandbox = sandboxes.open(sandboxes.create(ACCOUNT).sandbox());
        bake(sandbox, "Linzer Torte");
        sandbox.clock().schedule(sandbox.clock().now().plusSeconds(3600), () -> {});
        IdleSandboxes.sweep(List.of(sandbox), Duration.ZERO, 0);
        assertThat(sandbox.isAwake()).isTrue();
        sandbox.clock().advance(Duration.ofHours(2));

        try (var _ = sandbox.ledger().follow(_ -> {})) {
            IdleSandboxes.sweep(List.of(sandbox), Duration.ZERO, 0);
            assertThat(sandbox.isAwake()).isTrue();
        }

        IdleSandboxes.sweep(List.of(sandbox), Duration.ZERO, 0);
        assertThat(sandbox.isAwake()).isFalse();
    }

    @Test
    void tells_a_second_user_of_the_folder_in_one_sentence() {
        assertThatThrownBy(() -> Sandboxes.at(folder.resolve("data"), Durability.WRITE))
                .isInstanceOf(DataFolderInUseException.class)
                .hasMessage(
                        "The data folder %s is in use by another process: stop that one, or choose another folder.",
                        folder.resolve("data"));
    }

    @Test
    void says_what_is_wrong_with_a_folder_that_cannot_be_used() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> Sandboxes.at(file, Durability.WRITE))
                .isInstanceOf(StorageException.class)
                .hasMessageStartingWith("Cannot use the data folder %s: ", file);
    }

    @Test
    void finishes_a_deletion_that_was_interrupted() throws IOException {
        var key = sandboxes.create(ACCOUNT);
        bake(sandboxes.open(key.sandbox()), "Linzer Torte");
        sandboxes.close();
        try (var index =
                new SandboxIndex(Storage.at(folder.resolve("data/index"), Durability.WRITE))) {
            index.remove(key.sandbox());
        }

        open();

        try (var files = Files.walk(folder.resolve("data/sandboxes"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void holds_thousands_of_sandboxes_in_little_memory() {
        for (int i = 0; i < 10_000; i++) {
            sandboxes.add("key_from_a_file_%05d".formatted(i), "secret %05d".formatted(i), ACCOUNT);
        }
        restart();
        long before = usedMemory();
        for (int i = 0; i < 10_000; i++) {
            assertThat(sandboxes.key("key_from_a_file_%05d".formatted(i))).isPresent();
        }
        long unused = usedMemory() - before;
        for (int i = 0; i < 2_000; i++) {
            var key = sandboxes.key("key_from_a_file_%05d".formatted(i)).orElseThrow();
            bake(sandboxes.open(key.sandbox()), "Linzer Torte");
        }
        long opened = usedMemory() - before - unused;

        assertThat(unused / 10_000).isLessThan(1_000);
        assertThat(opened / 2_000).isLessThan(10_000);
    }

    private void restart() {
        sandboxes.close();
        open();
    }

    private static void bake(Sandbox sandbox, String cake) {
        var cakes = sandbox.storage().map("cakes", new TextFormat());
        sandbox.storage().transition(() -> cakes.put(Key.of("1"), cake));
    }

    private static List<String> cakes(Sandbox sandbox) {
        return sandbox.storage()
                .map("cakes", new TextFormat())
                .ascending()
                .map(entry -> entry.getValue())
                .toList();
    }

    private static long usedMemory() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
