package groundschool.emulator.lambda.runtime;

import java.util.Optional;

/// An environment's processes, and what they reach.
record Started(
        Process process,
        ProcessTree tree,
        Output output,
        RuntimeApi api,
        Extensions extensions,
        Optional<Supervisor> supervisor,
        Listener runtimeListener,
        Listener awsListener)
        implements AutoCloseable {

    /// Whether the runtime itself still runs.
    boolean isAlive() {
        return process.isAlive()
                && !supervisor.map(Supervisor::hasRuntimeEnded).orElse(false)
                && extensions.failure().isEmpty();
    }

    /// Asks the runtime to end.
    void terminate() {
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
        runtimeListener.close();
        awsListener.close();
    }
}
