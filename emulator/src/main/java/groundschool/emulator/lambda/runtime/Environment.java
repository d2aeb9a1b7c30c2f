package groundschool.emulator.lambda.runtime;

import groundschool.emulator.lambda.runtime.Startup.Started;
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
    private static final Duration SETTLE = Duration.ofMillis(200);

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
        return isWarm && !isClosed && started.isPresent() && started.get().isAlive();
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
            return isWarm ? invoke(invocation, Optional.empty(), Duration.ZERO) : begin(invocation);
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
                yield invoke(invocation, Optional.of(took), Duration.ZERO);
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
                yield invoke(invocation, Optional.empty(), took);
            }
            case Init.Failed failed -> {
                platform.initFailed(failed, "invoke");
                int used = memory.peak(started);
                stop("failure");
                start(invocation);
                if (failed.errorType().isEmpty()) {
                    platform.sentence(Failures.timeoutLine(invocation.requestId(), spec.timeout()));
                }
                yield end(
                        invocation,
                        failed.error(),
                        true,
                        report(
                                invocation,
                                failed.errorType().isEmpty() ? spec.timeout() : failed.took(),
                                Optional.empty(),
                                used,
                                Optional.of(failed.status()),
                                failed.errorType()));
            }
        };
    }

    private Init initialize(Duration limit, String requestId) throws InterruptedException {
        long from = System.nanoTime();
        memory.begin();
        var running = startup.start(spec, log, telemetry, platform::subscribed);
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
    /// @param spent of the invocation's own time already, by an init that was tried again
    private Invocation.Result invoke(Invocation invocation, Optional<Duration> init, Duration spent)
            throws InterruptedException {
        var running = started.orElseThrow();
        start(invocation);
        long marks = running.output().marks();
        long from = System.nanoTime();
        var left = spec.timeout().minus(spent);
        var event = new RuntimeApi.Event(invocation, Instant.now().plus(left));
        running.extensions().invoke(event);
        running.api().hand(event);
        var signal = running.api().await(left);
        var duration = Duration.ofNanos(System.nanoTime() - from).plus(spent);
        if (signal.isEmpty()) {
            return timedOut(invocation, init);
        }
        return switch (signal.get()) {
            case Signal.Answered(var payload) ->
                    answered(invocation, init, duration, marks, payload, false);
            case Signal.Failed(var error) ->
                    answered(invocation, init, duration, marks, error, true);
            case Signal.TooLarge _ ->
                    answered(invocation, init, duration, marks, Failures.tooLarge(), true);
            case Signal.Ended(int status) -> exited(invocation, init, duration, status);
            case Signal.InitFailed(var error, _) -> {
                // A bootstrap that reports so late is one that gives up.
                close();
                yield answered(invocation, init, duration, marks, error, true);
            }
            case Signal.ExtensionFailed failed -> failed(invocation, init, duration, failed);
            case Signal.Ready _ -> {
                // It asked for the next event without an answer to this one.
                close();
                yield exited(invocation, init, duration, 0);
            }
        };
    }

    private Invocation.Result answered(
            Invocation invocation,
            Optional<Duration> init,
            Duration duration,
            long marks,
            byte[] payload,
            boolean isError)
            throws InterruptedException {
        var running = started.orElseThrow();
        platform.runtimeDone(
                invocation.requestId(), isError ? "error" : "success", duration, payload.length);
        long from = System.nanoTime();
        running.output().settle(marks, startup.isMarked(), SETTLE);
        // What the environment does until it asks for the next event is still this invocation's.
        var next = running.api().await(spec.timeout().minus(duration));
        if (next.isEmpty() || !(next.get() instanceof Signal.Ready)) {
            stop("failure");
        }
        var whole = duration;
        if (!running.extensions().isEmpty() && !isClosed) {
            boolean isReady =
                    running.extensions()
                            .awaitReady(spec.timeout().minus(duration).minus(since(from)));
            whole = duration.plus(since(from));
            if (!isReady && running.extensions().failure().isEmpty()) {
                return timedOut(invocation, init);
            }
        }
        return end(
                invocation,
                payload,
                isError,
                report(
                        invocation,
                        whole,
                        init,
                        memory.peak(started),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /// An extension has taken the environment with it.
    private Invocation.Result failed(
            Invocation invocation,
            Optional<Duration> init,
            Duration duration,
            Signal.ExtensionFailed failure) {
        int used = memory.peak(started);
        platform.runtimeDone(invocation.requestId(), "failure", duration, 0);
        stop("failure");
        platform.sentence(
                "RequestId: %s Error: %s\n%s\n"
                        .formatted(invocation.requestId(), failure.message(), failure.type()));
        return end(
                invocation,
                Failures.extension(invocation.requestId(), failure.type(), failure.message()),
                true,
                report(
                        invocation,
                        duration,
                        init,
                        used,
                        Optional.of("error"),
                        Optional.of(failure.type())));
    }

    private Invocation.Result timedOut(Invocation invocation, Optional<Duration> init) {
        int used = memory.peak(started);
        platform.runtimeDone(invocation.requestId(), "timeout", spec.timeout(), 0);
        stop("timeout");
        platform.sentence(Failures.timeoutLine(invocation.requestId(), spec.timeout()));
        return end(
                invocation,
                Failures.timedOut(invocation.requestId(), spec.timeout()),
                true,
                report(
                        invocation,
                        spec.timeout(),
                        init,
                        used,
                        Optional.of("timeout"),
                        Optional.empty()));
    }

    private Invocation.Result exited(
            Invocation invocation, Optional<Duration> init, Duration duration, int status)
            throws InterruptedException {
        started.orElseThrow().output().finish(SETTLE);
        boolean wasOutOfMemory = memory.isExceeded();
        int as = wasOutOfMemory ? 137 : status;
        platform.runtimeDone(invocation.requestId(), "failure", duration, 0);
        stop("failure");
        platform.sentence(
                "RequestId: %s Error: %s\nRuntime.ExitError\n"
                        .formatted(invocation.requestId(), Failures.exit(as)));
        return end(
                invocation,
                Failures.exited(invocation.requestId(), as),
                true,
                report(
                        invocation,
                        duration,
                        init,
                        memory.seen(),
                        Optional.of("error"),
                        Optional.of(wasOutOfMemory ? "Runtime.OutOfMemory" : "Runtime.ExitError")));
    }

    private void start(Invocation invocation) {
        log.mark();
        platform.start(invocation.requestId());
    }

    private Report report(
            Invocation invocation,
            Duration duration,
            Optional<Duration> init,
            int used,
            Optional<String> status,
            Optional<String> errorType) {
        return new Report(
                invocation.requestId(),
                duration,
                init,
                spec.memorySize(),
                Math.min(used, spec.memorySize()),
                status,
                errorType);
    }

    private Invocation.Result end(
            Invocation invocation, byte[] payload, boolean isError, Report report) {
        platform.end(report);
        return new Invocation.Result(
                payload,
                isError ? Optional.of("Unhandled") : Optional.empty(),
                report.line(),
                log.end(),
                report.billed(),
                report.init().isPresent());
    }

    /// Ends its processes; another init may follow.
    private void reset() {
        started.ifPresent(Started::close);
        started = Optional.empty();
        telemetry.reset();
    }

    /// Takes no more invocations. The runtime ends at once; extensions may still finish what they
    /// do, until the environment is closed.
    private void stop(String reason) {
        ending = reason;
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
