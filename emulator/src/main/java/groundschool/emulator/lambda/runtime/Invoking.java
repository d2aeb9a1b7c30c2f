package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// One invocation in an environment, from its START line to its REPORT line.
///
/// Source: [Invoke
/// phase](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-invoke)
///
/// @param stop ends the environment, for a reason that extensions are told
/// @param init of an environment that began for this invocation
record Invoking(
        EnvironmentSpec spec,
        Startup startup,
        Memory memory,
        RunLog log,
        PlatformLog platform,
        Consumer<String> stop,
        Invocation invocation,
        Optional<Duration> init) {

    private static final Duration SETTLE = Duration.ofMillis(200);

    /// A mark is there within a few milliseconds, unless the machine is very busy.
    private static final Duration EXTENSIONS_SETTLE = Duration.ofSeconds(1);

    /// What comes of it if the environment could not be initialized, twice.
    ///
    /// @param used memory, in MB
    Invocation.Result notInitialized(Init.Failed failed, int used) {
        stop.accept("failure");
        start();
        if (failed.errorType().isEmpty()) {
            platform.sentence(Failures.timeoutLine(invocation.requestId(), spec.timeout()));
        }
        return end(
                failed.error(),
                true,
                Duration.ZERO,
                report(
                        failed.errorType().isEmpty() ? spec.timeout() : failed.took(),
                        used,
                        Optional.of(failed.status()),
                        failed.errorType()));
    }

    /// @param spent of the invocation's own time already, by an init that was tried again
    Invocation.Result run(Started running, Duration spent) throws InterruptedException {
        start();
        long marks = running.output().marks();
        var computed = spec.timing().isPresent() ? running.tree().computed() : Duration.ZERO;
        long from = System.nanoTime();
        var left = spec.timeout().minus(spent);
        var event = new RuntimeApi.Event(invocation, Instant.now().plus(left));
        running.extensions().invoke(event);
        running.api().hand(event);
        var signal = running.api().await(left);
        var duration = Duration.ofNanos(System.nanoTime() - from).plus(spent);
        if (signal.isEmpty()) {
            return timedOut(running);
        }
        return switch (signal.get()) {
            case Signal.Answered(var payload) ->
                    answered(running, duration, computed, marks, payload, false);
            case Signal.Failed(var error) ->
                    answered(running, duration, computed, marks, error, true);
            case Signal.TooLarge _ ->
                    answered(running, duration, computed, marks, Failures.tooLarge(), true);
            case Signal.Ended(int status) -> exited(running, duration, status);
            case Signal.InitFailed(var error, _) -> {
                // A bootstrap that reports so late is one that gives up.
                stop.accept("failure");
                yield answered(running, duration, computed, marks, error, true);
            }
            case Signal.ExtensionFailed failed -> failed(running, duration, failed);
            case Signal.Ready _ -> {
                // It asked for the next event without an answer to this one.
                stop.accept("failure");
                yield exited(running, duration, 0);
            }
        };
    }

    /// @param before what had been computed when the event was handed over
    private Invocation.Result answered(
            Started running,
            Duration duration,
            Duration before,
            long marks,
            byte[] payload,
            boolean isError)
            throws InterruptedException {
        platform.runtimeDone(
                invocation.requestId(), isError ? "error" : "success", duration, payload.length);
        long from = System.nanoTime();
        running.output().settle(marks, startup.isMarked(), SETTLE);
        // What the environment does until it asks for the next event is still this invocation's.
        var next = running.api().await(spec.timeout().minus(duration));
        boolean goesOn = next.isPresent() && next.get() instanceof Signal.Ready;
        if (!goesOn) {
            stop.accept("failure");
        }
        var whole = duration;
        if (!running.extensions().isEmpty() && goesOn) {
            boolean isReady =
                    running.extensions()
                            .awaitReady(spec.timeout().minus(duration).minus(since(from)));
            whole = duration.plus(since(from));
            if (isReady) {
                running.settleExtensions(EXTENSIONS_SETTLE);
            }
            if (!isReady && running.extensions().failure().isEmpty()) {
                return timedOut(running);
            }
        }
        var played = played(running, whole, before);
        if (played.compareTo(spec.timeout()) > 0) {
            return timedOut(running, spec.timeout().minus(whole));
        }
        return end(
                payload,
                isError,
                played.minus(whole),
                report(
                        played,
                        memory.peak(Optional.of(running)),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// What it takes on AWS, where that is to be played out.
    private Duration played(Started running, Duration took, Duration before) {
        return spec.timing()
                .map(model -> model.run(took, running.tree().computed().minus(before)))
                .orElse(took);
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /// An extension has taken the environment with it.
    private Invocation.Result failed(
            Started running, Duration duration, Signal.ExtensionFailed failure) {
        int used = memory.peak(Optional.of(running));
        platform.runtimeDone(invocation.requestId(), "failure", duration, 0);
        stop.accept("failure");
        platform.sentence(
                "RequestId: %s Error: %s\n%s\n"
                        .formatted(invocation.requestId(), failure.message(), failure.type()));
        return end(
                Failures.extension(invocation.requestId(), failure.type(), failure.message()),
                true,
                Duration.ZERO,
                report(duration, used, Optional.of("error"), Optional.of(failure.type())));
    }

    private Invocation.Result timedOut(Started running) {
        return timedOut(running, Duration.ZERO);
    }

    /// @param more that is played out until then
    private Invocation.Result timedOut(Started running, Duration more) {
        int used = memory.peak(Optional.of(running));
        platform.runtimeDone(invocation.requestId(), "timeout", spec.timeout(), 0);
        stop.accept("timeout");
        platform.sentence(Failures.timeoutLine(invocation.requestId(), spec.timeout()));
        return end(
                Failures.timedOut(invocation.requestId(), spec.timeout()),
                true,
                more,
                report(spec.timeout(), used, Optional.of("timeout"), Optional.empty()));
    }

    private Invocation.Result exited(Started running, Duration duration, int status)
            throws InterruptedException {
        running.finishOutput(SETTLE);
        boolean wasOutOfMemory = memory.isExceeded();
        int as = wasOutOfMemory ? 137 : status;
        platform.runtimeDone(invocation.requestId(), "failure", duration, 0);
        stop.accept("failure");
        platform.sentence(
                "RequestId: %s Error: %s\nRuntime.ExitError\n"
                        .formatted(invocation.requestId(), Failures.exit(as)));
        return end(
                Failures.exited(invocation.requestId(), as),
                true,
                Duration.ZERO,
                report(
                        duration,
                        memory.seen(),
                        Optional.of("error"),
                        Optional.of(wasOutOfMemory ? "Runtime.OutOfMemory" : "Runtime.ExitError")));
    }

    private void start() {
        log.mark();
        platform.start(invocation.requestId());
    }

    private Report report(
            Duration duration, int used, Optional<String> status, Optional<String> errorType) {
        return new Report(
                invocation.requestId(),
                duration,
                init.map(this::playedInit),
                spec.memorySize(),
                Math.min(used, spec.memorySize()),
                status,
                errorType);
    }

    private Duration playedInit(Duration took) {
        return spec.timing().map(model -> model.init(took)).orElse(took);
    }

    /// @param more that the run is said to have taken than it took here
    private Invocation.Result end(byte[] payload, boolean isError, Duration more, Report report) {
        platform.end(report);
        var begun = init.map(took -> playedInit(took).minus(took)).orElse(Duration.ZERO);
        return new Invocation.Result(
                payload,
                isError ? Optional.of("Unhandled") : Optional.empty(),
                report.line(),
                log.end(),
                report.duration(),
                report.billed(),
                more.plus(begun),
                report.init().isPresent());
    }
}
