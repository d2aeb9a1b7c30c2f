package groundschool.emulator.lambda.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Speaks with the script that starts an isolated runtime, and starts it anew in the same
/// environment after it was ended: Lambda resets an environment whose invocation timed out or whose
/// runtime crashed, and what lies in its `/tmp` stays.
///
/// Source: [Failures during the invoke
/// phase](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-invoke-with-errors);
/// a recorded answer
final class Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    /// What begins a word of the script's own. It may follow text that had no line break.
    private static final String MARK = "\0/";

    private final OutputStream control;
    private final Consumer<String> log;
    private final Semaphore resets = new Semaphore(0);
    private volatile RuntimeApi api;
    private volatile boolean isRunning;

    /// @param control the script's standard input
    /// @param log takes what the runtime writes
    Keeper(OutputStream control, RuntimeApi api, Consumer<String> log) {
        this.control = control;
        this.api = api;
        this.log = log;
    }

    /// What starts the script.
    ///
    /// @param runtime the command of the runtime
    static List<String> command(Layout layout, List<String> runtime) {
        var command =
                new ArrayList<>(
                        List.of("/bin/sh", layout.runtime().resolve("keeper.sh").toString()));
        command.addAll(runtime);
        return command;
    }

    /// Starts the runtime.
    ///
    /// @param other where it reports
    void start(RuntimeApi other) {
        api = other;
        isRunning = true;
        order();
    }

    /// Ends all that runs in the environment.
    ///
    /// @return whether it has ended by then
    boolean reset(Duration most) {
        isRunning = false;
        resets.drainPermits();
        order();
        try {
            return resets.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Gives no more orders: the script ends with the runtime.
    void leave() {
        try {
            control.close();
        } catch (IOException gone) {
            LOG.debug("nobody takes orders", gone);
        }
    }

    private void order() {
        try {
            control.write('\n');
            control.flush();
        } catch (IOException gone) {
            LOG.debug("nobody takes orders", gone);
        }
    }

    /// Whether the runtime was started and has not ended since.
    boolean isRunning() {
        return isRunning;
    }

    /// Tells the runtime's API that the script itself has ended.
    void ended(int status) {
        api.tell(new Signal.Ended(status));
    }

    /// Takes a line of what the script and the runtime write.
    void line(String text) {
        int at = text.lastIndexOf(MARK);
        if (at < 0) {
            log.accept(text);
            return;
        }
        if (at > 0) {
            log.accept(text.substring(0, at) + "\n");
        }
        var words = text.substring(at + MARK.length()).strip().split(" ", 2);
        if (words[0].equals("reset")) {
            resets.release();
        } else if (words.length == 2 && words[1].matches("\\d{1,3}")) {
            isRunning = false;
            ended(Integer.parseInt(words[1]));
        }
    }
}
