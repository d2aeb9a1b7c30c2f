package groundschool.emulator.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Durability;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoolKeysTest {

    private static boolean hasKeys(CognitoCloud cloud, String pool) {
        return cloud.sandbox()
                .storage()
                .transition(() -> {
                    var pools = cloud.sandbox().state(CognitoIdp.SERVICE);
                    return pools.hasKeys(pools.pool(pool));
                });
    }

    private static void awaitKeys(CognitoCloud cloud, String pool) {
        while (!hasKeys(cloud, pool)) {
            Thread.onSpinWait();
        }
    }

    private static String published(CognitoCloud cloud, String pool) {
        return cloud.sandbox()
                .storage()
                .transition(() -> {
                    var pools = cloud.sandbox().state(CognitoIdp.SERVICE);
                    return pools.keys(pools.pool(pool)).published().toString();
                });
    }

    @Test
    void a_pool_has_its_keys_before_anybody_signs_in() {
        try (var cloud = new CognitoCloud()) {
            var pool = cloud.pool();

            awaitKeys(cloud, pool);

            assertThat(hasKeys(cloud, pool)).isTrue();
        }
    }

    @Test
    void whoever_signs_in_at_once_does_not_change_the_keys() {
        try (var cloud = new CognitoCloud()) {
            var pool = cloud.pool();
            var first = published(cloud, pool);
            var later = cloud.pool();
            awaitKeys(cloud, later);

            assertThat(published(cloud, pool)).isEqualTo(first);
        }
    }

    @Test
    void keys_outlive_a_restart(@TempDir Path folder) {
        var key = Optional.<AccessKey>empty();
        var pool = "";
        var before = "";
        try (var cloud = new CognitoCloud(Sandboxes.at(folder, Durability.WRITE))) {
            key = Optional.of(cloud.key);
            pool = cloud.pool();
            awaitKeys(cloud, pool);
            before = published(cloud, pool);
        }

        try (var cloud = new CognitoCloud(Sandboxes.at(folder, Durability.WRITE), key)) {
            assertThat(hasKeys(cloud, pool)).isTrue();
            assertThat(published(cloud, pool)).isEqualTo(before);
        }
    }
}
