package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.util.Optional;

/// An environment's processes, and what they reach.
///
/// @param said what extensions write, if there are some that are processes
/// @param marksBefore how many invocations had ended when the runtime was started
record Started(
        Process process,
        ProcessTree tree,
        Output output,
        Optional<Output> said,
        RuntimeApi api,
        Extensions extensions,
        Optional<Supervisor> supervisor,
        Optional<Keeper> keeper,
        Listeners listeners,
        long marksBefore)
        implements AutoCloseable {

    /// Whether the runtime itself still runs.
    boolean isAlive() {
        return process.isAlive()
                && !supervisor.map(Supervisor::hasRuntimeEnded).orElse(false)
                && keeper.map(Keeper::isRunning).orElse(true)
                && extensions.failure().isEmpty();
    }

    /// The same processes, with an API of their own that they reach by other sockets.
    Started reached(LocalApi local, Listeners others) {
        return new Started(
                process,
                tree,
                output,
                said,
                local.runtime(),
                local.extensions().extensions(),
                supervisor,
                keeper,
                others,
                output.marks());
    }

    /// Ends the runtime and all that it started, so that it can be started anew in the same
    /// environment.
    ///
    /// @return whether that can be done
    boolean reset(Duration most) {
        if (keeper.isEmpty() || !process.isAlive() || !keeper.get().reset(most)) {
            return false;
        }
        api.reset();
        extensions.release();
        listeners.close();
        return process.isAlive();
    }

    /// Waits until all is read that a runtime wrote which has ended.
    void finishOutput(Duration most) throws InterruptedException {
        // Whoever says that it ended says so behind all that it wrote.
        if (keeper.isEmpty() || !process.isAlive()) {
            output.finish(most);
        }
    }

    /// Waits until what extensions have written so far is logged.
    void settleExtensions(Duration most) throws InterruptedException {
        if (said.isPresent() && supervisor.isPresent()) {
            long before = said.get().marks();
            supervisor.get().mark();
            said.get().settle(before, true, most);
        }
    }

    /// Asks the runtime to end.
    void terminate() {
        keeper.ifPresent(Keeper::leave);
        if (supervisor.isPresent()) {
            supervisor.get().signal("TERM");
        } else {
            tree.terminate();
        }
    }

    @Override
    public void close() {
        tree.kill();
        api.reset();
        extensions.release();
        listeners.close();
    }
}
