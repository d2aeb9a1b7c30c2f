package groundschool.emulator.lambda.runtime;

import java.time.Duration;
import java.util.Optional;

/// Waits until an environment is initialized: first extensions register, then the runtime starts,
/// and in the end all have asked for an event.
///
/// Source: [Init
/// phase](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html#runtimes-lifecycle-ib)
record Initializing(EnvironmentSpec spec, Startup startup, Started running, PlatformLog platform) {

    private static final Duration SETTLE = Duration.ofMillis(200);

    /// @param from when it began, in nanoseconds of the system's
    Init await(Duration limit, String requestId, long from) throws InterruptedException {
        var init =
                running.extensions().awaitRegistered(limit)
                        ? runtime(limit, requestId, from)
                        : failed(requestId, from);
        var failure = running.extensions().failure();
        running.extensions()
                .all()
                .forEach(extension ->
                        platform.extension(
                                extension,
                                failure.filter(each -> each.name().equals(extension.name()))
                                        .map(Signal.ExtensionFailed::type)));
        return init;
    }

    private static Duration since(long from) {
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private Init runtime(Duration limit, String requestId, long from) throws InterruptedException {
        running.supervisor().ifPresent(Supervisor::start);
        var signal = running.api().await(limit.minus(since(from)));
        if (signal.isEmpty()) {
            return failed(requestId, from);
        }
        return switch (signal.get()) {
            case Signal.Ready _ -> {
                if (startup.isMarked()) {
                    running.output().settle(running.marksBefore(), true, SETTLE);
                }
                platform.initRuntimeDone();
                if (!running.extensions().awaitReady(limit.minus(since(from)))) {
                    yield failed(requestId, from);
                }
                var took = since(from);
                platform.initialized(took);
                yield new Init.Done(took);
            }
            case Signal.InitFailed(var error, var type) -> {
                running.output().settle(running.marksBefore(), startup.isMarked(), SETTLE);
                yield new Init.Failed(since(from), Optional.of(type), error);
            }
            case Signal.Ended(int status) -> {
                running.finishOutput(SETTLE);
                yield new Init.Failed(
                        since(from),
                        Optional.of(startup.exitType(spec, status)),
                        startup.exitError(spec, requestId, status));
            }
            case Signal.ExtensionFailed _ -> failed(requestId, from);
            case Signal.Answered _, Signal.TooLarge _, Signal.Failed _ ->
                    throw new IllegalStateException("answered an event that it was not given");
        };
    }

    /// It took too long, unless an extension failed.
    private Init failed(String requestId, long from) {
        return running.extensions()
                .failure()
                .map(failure ->
                        new Init.Failed(
                                since(from),
                                Optional.of(failure.type()),
                                Failures.extension(requestId, failure.type(), failure.message())))
                .orElseGet(() ->
                        new Init.Failed(
                                since(from),
                                Optional.empty(),
                                Failures.timedOut(requestId, spec.timeout())));
    }
}
