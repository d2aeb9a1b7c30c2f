package groundschool.emulator.lambda.runtime;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runtimes that are made when the first function runs: most emulators never run one.
public final class LazyRuntimes implements Runtimes {

    private final Supplier<Runtimes> source;
    private Optional<Runtimes> made = Optional.empty();
    private boolean isClosed;

    public LazyRuntimes(Supplier<Runtimes> source) {
        this.source = source;
    }

    @Override
    public Invocation.Result invoke(EnvironmentSpec spec, Invocation invocation) {
        return runtimes().invoke(spec, invocation);
    }

    @Override
    public boolean provision(EnvironmentSpec spec, int count, Consumer<LogLine> log) {
        return runtimes().provision(spec, count, log);
    }

    @Override
    public void unprovision(String key) {
        known().ifPresent(runtimes -> runtimes.unprovision(key));
    }

    @Override
    public String standIn(String runtime) {
        return runtimes().standIn(runtime);
    }

    private synchronized Runtimes runtimes() {
        if (isClosed) {
            throw new IllegalStateException("The emulator is stopping.");
        }
        var runtimes = made.orElseGet(source);
        made = Optional.of(runtimes);
        return runtimes;
    }

    private synchronized Optional<Runtimes> known() {
        return made;
    }

    @Override
    public void retire(String sandbox, String functionArn) {
        known().ifPresent(runtimes -> runtimes.retire(sandbox, functionArn));
    }

    @Override
    public void retire(String sandbox) {
        known().ifPresent(runtimes -> runtimes.retire(sandbox));
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        made.ifPresent(Runtimes::close);
    }
}
