package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// One execution environment: a process of a function, from its init to its end. It runs one
/// invocation at a time.
///
/// Source: [Understanding the Lambda execution environment
/// lifecycle](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html)
final class Environment implements AutoCloseable {

    private static final Duration INIT_LIMIT = Duration.ofSeconds(10);

    /// How long processes may take to end: with extensions that are processes, and with others.
    private static final Duration LONG_END = Duration.ofSeconds(2);

    private static final Duration SHORT_END = Duration.ofMillis(500);

    /// How long a reset may take before the environment is given up.
    private static final Duration RESET = Duration.ofSeconds(1);

    private final EnvironmentSpec spec;
    private final Startup startup;
    private final Telemetry telemetry = new Telemetry();
    private final Memory memory;
    private final RunLog log;
    private final PlatformLog platform;
    private final Instant began = Instant.now();
    private volatile Optional<Started> started = Optional.empty();
    private volatile Instant usedAt = Instant.now();
    private volatile boolean isClosed;
    private volatile boolean isBusy;
    private volatile String ending = "spindown";
    private final AtomicBoolean isShut = new AtomicBoolean();
    private boolean isWarm;
    private boolean isReset;

    Environment(EnvironmentSpec spec, Startup startup) {
        this.spec = spec;
        this.startup = startup;
        this.memory = new Memory(spec.memorySize());
        this.log = new RunLog(startup.logStream(), telemetry, spec.logFormat().isJson());
        this.platform = new PlatformLog(log, spec, startup, telemetry);
    }

    EnvironmentSpec spec() {
        return spec;
    }

    Instant began() {
        return began;
    }

    /// When its last invocation ended.
    Instant usedAt() {
        return usedAt;
    }

    /// Whether it can take another invocation.
    boolean isUsable() {
        return !isClosed
                && (isReset
                        ? started.filter(each -> each.process().isAlive()).isPresent()
                        : isWarm && started.filter(Started::isAlive).isPresent());
    }

    /// Measures the memory that it holds while an invocation runs, and ends it if that is more than
    /// it may.
    void watch() {
        if (isBusy) {
            started.ifPresent(memory::watch);
        }
    }

    /// Whether it is kept ready.
    boolean isProvisioned() {
        return startup.initialization().equals(Startup.PROVISIONED);
    }

    /// Initializes it before there is an invocation.
    ///
    /// @param taker of what is logged meanwhile
    /// @return whether that went well
    boolean prepare(Consumer<LogLine> taker) throws InterruptedException {
        isBusy = true;
        log.begin(taker);
        try {
            platform.initStart();
            switch (initialize(INIT_LIMIT, "")) {
                case Init.Done _ -> isWarm = true;
                case Init.Failed failed -> platform.initFailed(failed, "init");
            }
            return isWarm;
        } finally {
            log.end();
            isBusy = false;
            usedAt = Instant.now();
        }
    }

    /// Runs the function once.
    Invocation.Result run(Invocation invocation) throws InterruptedException {
        isBusy = true;
        log.begin(invocation.log());
        try {
            if (isWarm) {
                return invoking(invocation, Optional.empty())
                        .run(started.orElseThrow(), Duration.ZERO);
            }
            return isReset ? beginAgain(invocation) : begin(invocation);
        } finally {
            isBusy = false;
            usedAt = Instant.now();
        }
    }

    /// The init phase. If it fails, AWS tries again within the invocation's own time.
    private Invocation.Result begin(Invocation invocation) throws InterruptedException {
        platform.initStart();
        return switch (initialize(INIT_LIMIT, invocation.requestId())) {
            case Init.Done(var took) -> {
                isWarm = true;
                yield invoking(invocation, Optional.of(took))
                        .run(started.orElseThrow(), Duration.ZERO);
            }
            case Init.Failed failed -> {
                platform.initFailed(failed, "init");
                reset();
                yield beginAgain(invocation);
            }
        };
    }

    private Invocation.Result beginAgain(Invocation invocation) throws InterruptedException {
        return switch (initialize(spec.timeout(), invocation.requestId())) {
            case Init.Done(var took) -> {
                isWarm = true;
                yield invoking(invocation, Optional.empty()).run(started.orElseThrow(), took);
            }
            case Init.Failed failed -> {
                platform.initFailed(failed, "invoke");
                yield invoking(invocation, Optional.empty())
                        .notInitialized(failed, memory.peak(started));
            }
        };
    }

    private Init initialize(Duration limit, String requestId) throws InterruptedException {
        long from = System.nanoTime();
        memory.begin();
        var running =
                isReset
                        ? startup.restart(
                                started.orElseThrow(), spec, telemetry, platform::subscribed)
                        : startup.start(spec, log, telemetry, platform::subscribed);
        isReset = false;
        started = Optional.of(running);
        if (isClosed) {
            running.close();
        }
        var init = new Initializing(spec, startup, running, platform).await(limit, requestId, from);
        if (init instanceof Init.Done) {
            running.extensions().close();
            telemetry.closeSubscriptions();
        }
        return init;
    }

    /// @param init of an environment that began for this invocation
    private Invoking invoking(Invocation invocation, Optional<Duration> init) {
        return new Invoking(spec, startup, memory, log, platform, this::stop, invocation, init);
    }

    /// Ends its processes; another init may follow.
    private void reset() {
        started.ifPresent(Started::close);
        started = Optional.empty();
        telemetry.reset();
    }

    /// Ends the runtime at once. If it had been initialized, the next invocation may start it anew;
    /// else the environment takes no more invocations, and extensions may still finish what they
    /// do, until it is closed.
    private void stop(String reason) {
        ending = reason;
        boolean isKept = isWarm && !isProvisioned() && !memory.isExceeded();
        isWarm = false;
        if (isKept && started.filter(running -> running.reset(RESET)).isPresent()) {
            telemetry.reset();
            isReset = true;
            return;
        }
        isClosed = true;
        started.ifPresent(running -> {
            if (running.extensions().hasExternal()) {
                running.supervisor().ifPresent(supervisor -> supervisor.signal("KILL"));
            } else {
                running.close();
            }
        });
    }

    /// Whether closing it may take seconds.
    boolean endsSlowly() {
        return started.filter(running -> !running.extensions().isEmpty()).isPresent();
    }

    /// Ends its processes and all that belongs to it, after a phase in which extensions finish what
    /// they do.
    @Override
    public void close() {
        isClosed = true;
        if (!isShut.getAndSet(true)) {
            started.ifPresent(this::shutDown);
        }
        kill();
        log.close();
    }

    /// Ends its processes at once.
    void kill() {
        isClosed = true;
        started.ifPresent(Started::close);
        telemetry.close();
    }

    private void shutDown(Started running) {
        var extensions = running.extensions();
        if (extensions.isEmpty() || !running.process().isAlive()) {
            return;
        }
        var limit = extensions.hasExternal() ? LONG_END : SHORT_END;
        telemetry.hurry();
        running.terminate();
        extensions.shutDown(ending, Instant.now().plus(limit));
        try {
            if (extensions.hasExternal()) {
                extensions.awaitEnd(limit);
            } else {
                running.process().waitFor(limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
