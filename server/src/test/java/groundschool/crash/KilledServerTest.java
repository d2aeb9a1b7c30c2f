package groundschool.crash;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` at random moments, while cards are graded, an exam is sat, items are put and commands
/// of a lesson are run: what was acknowledged is there, and start-up repairs what is torn.
class KilledServerTest {

    private static final int KILLS = 20;

    /// So many writes are acknowledged at most before the next kill.
    private static final int WRITES = 60;

    private static final String DATABASE = "learners.mv.db";
    private static final Duration LATEST = Duration.ofMillis(10);

    @TempDir Path build;
    @TempDir Path data;
    @TempDir Path copy;

    @Test
    void has_all_that_was_acknowledged_before_it_was_killed() throws Exception {
        long seed = System.nanoTime();
        System.out.println("KilledServerTest: the seed is " + seed);
        var random = new Random(seed);
        var installation = Installation.in(build);
        var deeds = begin(installation, random);
        for (int kill = 2; kill <= KILLS; kill++) {
            try (var server = installation.serve(data)) {
                var browser = new Browser(server.port());
                check(deeds, browser);
                disturb(server, deeds, browser, random);
            }
        }
        try (var server = installation.serve(data)) {
            check(deeds, new Browser(server.port()));
        }
        for (var deed : deeds) {
            System.out.printf(
                    "%s: %d acknowledged%n", deed.getClass().getSimpleName(), deed.acknowledged());
            assertThat(deed.acknowledged()).isGreaterThan(KILLS);
        }
    }

    /// The first round, in which there is nothing to find again.
    private List<Learning> begin(Installation installation, Random random) throws Exception {
        try (var server = installation.serve(data)) {
            var browser = new Browser(server.port());
            var deeds =
                    List.<Learning>of(
                            new Grading(browser, new Random(random.nextLong())),
                            new Answering(browser, new Random(random.nextLong())),
                            new Putting(browser),
                            new Running(browser));
            disturb(server, deeds, browser, random);
            return deeds;
        }
    }

    /// Lets all work at once, and kills the server at some moment.
    private void disturb(ServerProcess server, List<Learning> deeds, Browser browser, Random random)
            throws Exception {
        var acknowledged = new CountDownLatch(random.nextInt(deeds.size(), WRITES));
        var workers = new ArrayList<Worker>();
        for (var deed : deeds) {
            deed.begin(browser);
            workers.add(Worker.start(deed, acknowledged));
        }
        while (acknowledged.getCount() > 0 && workers.stream().allMatch(Worker::isAtWork)) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        // A moment at random, not the one at which a write was just acknowledged.
        LockSupport.parkNanos(random.nextLong(LATEST.toNanos()));
        server.kill();
        for (var worker : workers) {
            worker.end();
        }
        // As the killed process left it; the next one is already changing the original.
        Files.copy(data.resolve(DATABASE), copy.resolve(DATABASE), REPLACE_EXISTING);
        if (random.nextBoolean()) {
            tear(random);
        }
    }

    /// Adds what a write that was cut short could have left at the end of each log.
    private void tear(Random random) throws IOException {
        try (var files = Files.walk(data.resolve("aws"))) {
            for (var log : files.filter(Files::isRegularFile).toList()) {
                if (!log.endsWith("lock")) {
                    var debris = new byte[random.nextInt(1, 200)];
                    random.nextBytes(debris);
                    Files.write(log, debris, StandardOpenOption.APPEND);
                }
            }
        }
    }

    private void check(List<Learning> deeds, Browser browser) throws IOException {
        for (var deed : deeds) {
            deed.check(browser, copy);
        }
    }
}
