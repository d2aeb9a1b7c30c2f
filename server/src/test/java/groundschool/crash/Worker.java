package groundschool.crash;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Does one thing over and over, on a thread of its own, until the server goes away.
final class Worker {

    private final Thread thread;
    private volatile Optional<Throwable> failure = Optional.empty();

    private Worker(Learning deed, CountDownLatch acknowledged) {
        thread = Thread.ofVirtual().unstarted(() -> work(deed, acknowledged));
    }

    /// @param acknowledged is counted down by one for each thing done
    static Worker start(Learning deed, CountDownLatch acknowledged) {
        var worker = new Worker(deed, acknowledged);
        worker.thread.start();
        return worker;
    }

    boolean isAtWork() {
        return thread.isAlive();
    }

    /// Waits for the end, which the server's going away brings about.
    ///
    /// @throws AssertionError if it was something else that ended it
    void end() throws InterruptedException {
        thread.join();
        failure.ifPresent(cause -> {
            throw new AssertionError("The work ended before the server did.", cause);
        });
    }

    private void work(Learning deed, CountDownLatch acknowledged) {
        try {
            while (true) {
                deed.act();
                acknowledged.countDown();
            }
        } catch (IOException _) {
            // The server was killed.
        } catch (RuntimeException | Error unexpected) {
            failure = Optional.of(unexpected);
        }
    }
}
