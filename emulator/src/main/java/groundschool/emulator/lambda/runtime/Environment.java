package groundschool.emulator.lambda.runtime;

import groundschool.emulator.lambda.runtime.Startup.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// One execution environment: a process of a function, from its init to its end. It runs one
/// invocation at a time.
///
/// Source: [Understanding the Lambda execution environment
/// lifecycle](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html)
final class Environment implements AutoCloseable {

    private static final Duration INIT_LIMIT = Duration.ofSeconds(10);
    private static final Duration SETTLE = Duration.ofMillis(200);
    private static final Duration MEASURED = Duration.ofMillis(100);

    private final EnvironmentSpec spec;
    private final Startup startup;
    private final RunLog log;
    private final PlatformLog platform;
    private final Instant began = Instant.now();
    private volatile Optional<Started> started = Optional.empty();
    private volatile Instant usedAt = Instant.now();
    private volatile int peakMegabytes;
    private volatile boolean isOutOfMemory;
    private volatile boolean isClosed;
    private volatile boolean isBusy;
    private Instant measuredAt = Instant.EPOCH;
    private boolean isWarm;

    Environment(EnvironmentSpec spec, Startup startup) {
        this.spec = spec;
        this.startup = startup;
        this.log = new RunLog(startup.logStream());
        this.platform = new PlatformLog(log, spec, startup);
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
        return isWarm && !isClosed && started.isPresent() && started.get().process().isAlive();
    }

    /// Measures the memory that it holds while an invocation runs, and ends it if that is more than
    /// it may.
    void watch() {
        if (!isBusy) {
            return;
        }
        started.ifPresent(running -> {
            int megabytes = running.tree().residentMegabytes();
            peakMegabytes = Math.max(peakMegabytes, megabytes);
            if (megabytes > spec.memorySize() && !isOutOfMemory) {
                isOutOfMemory = true;
                running.tree().kill();
            }
        });
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
                int used = peak();
                close();
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
        isOutOfMemory = false;
        var running = startup.start(spec, log);
        started = Optional.of(running);
        if (isClosed) {
            running.close();
        }
        var signal = running.api().await(limit);
        var took = Duration.ofNanos(System.nanoTime() - from);
        if (signal.isEmpty()) {
            return new Init.Failed(
                    took, Optional.empty(), Failures.timedOut(requestId, spec.timeout()));
        }
        return switch (signal.get()) {
            case Signal.Ready _ -> new Init.Done(took);
            case Signal.InitFailed(var error, var type) -> {
                running.output().settle(Long.MAX_VALUE, false, SETTLE);
                yield new Init.Failed(took, Optional.of(type), error);
            }
            case Signal.Ended(int status) -> {
                running.output().finish(SETTLE);
                yield new Init.Failed(
                        took,
                        Optional.of(startup.exitType(spec, status)),
                        startup.exitError(spec, requestId, status));
            }
            case Signal.Answered _, Signal.TooLarge _, Signal.Failed _ ->
                    throw new IllegalStateException("answered an event that it was not given");
        };
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
        running.api().hand(new RuntimeApi.Event(invocation, Instant.now().plus(left)));
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
        running.output().settle(marks, startup.isMarked(), SETTLE);
        // What the environment does until it asks for the next event is still this invocation's.
        var next = running.api().await(spec.timeout().minus(duration));
        if (next.isEmpty() || !(next.get() instanceof Signal.Ready)) {
            close();
        }
        return end(
                invocation,
                payload,
                isError,
                report(invocation, duration, init, peak(), Optional.empty(), Optional.empty()));
    }

    private Invocation.Result timedOut(Invocation invocation, Optional<Duration> init) {
        int used = peak();
        close();
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
        boolean wasOutOfMemory = isOutOfMemory;
        int as = wasOutOfMemory ? 137 : status;
        close();
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
                        wasOutOfMemory ? spec.memorySize() : peakMegabytes,
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

    /// Measuring takes longer than a short invocation does: invocations that follow each other
    /// closely share one.
    private int peak() {
        var now = Instant.now();
        if (measuredAt.plus(MEASURED).isBefore(now)) {
            measuredAt = now;
            started.ifPresent(running ->
                    peakMegabytes = Math.max(peakMegabytes, running.tree().peakMegabytes()));
        }
        return peakMegabytes;
    }

    /// Ends its processes; another init may follow.
    private void reset() {
        started.ifPresent(Started::close);
        started = Optional.empty();
    }

    /// Ends its processes and all that belongs to it.
    @Override
    public void close() {
        isClosed = true;
        started.ifPresent(Started::close);
    }
}
