package groundschool.command;

import java.util.concurrent.CountDownLatch;

/// Waits until the process is asked to stop (SIGTERM, Ctrl+C), closes what runs, and ends with exit
/// code 0.
final class Stop {

    private Stop() {}

    /// @param close finishes requests under way
    static void await(Runnable close) throws InterruptedException {
        var asked = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    asked.countDown();
                                    close.run();
                                    // A process that a signal ends has the exit code 128 + signal;
                                    // having stopped as asked is no failure.
                                    Runtime.getRuntime().halt(0);
                                },
                                "stop"));
        asked.await();
        // The shutdown hook ends the process.
        new CountDownLatch(1).await();
    }
}
