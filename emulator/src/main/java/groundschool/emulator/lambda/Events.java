package groundschool.emulator.lambda;

import groundschool.emulator.AwsException;
import groundschool.emulator.lambda.function.AsyncEvent;
import groundschool.emulator.lambda.function.EventInvoking;
import groundschool.emulator.lambda.function.FunctionVersion;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asynchronous invocations: they wait in the sandbox's state, so that none is lost, and are run
/// again when the function fails, after one minute and after two more.
///
/// Source: [Asynchronous error
/// handling](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html)
public final class Events {

    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int USUAL_RETRIES = 2;
    private static final Duration USUAL_AGE = Duration.ofHours(6);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(5);

    private final Sandbox sandbox;
    private final Lambda service;
    private final Kept<AsyncEvent> events;

    Events(Sandbox sandbox, Lambda service) {
        this.service = service;
        this.sandbox = sandbox;
        this.events = new Kept<>("events", AsyncEvent.class, sandbox.storage());
    }

    /// What happened to an event in the end, as destinations are told.
    enum Ending {
        SUCCESS("Success"),
        RETRIES_EXHAUSTED("RetriesExhausted"),
        EVENT_AGE_EXCEEDED("EventAgeExceeded"),
        RECURSIVE("RecursiveInvocationDetected");

        private final String condition;

        Ending(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    /// Has an event run as soon as may be, in a transition.
    ///
    /// @param trace the tracing header that came with it
    public void add(
            FunctionReference invoked,
            String requestId,
            byte[] payload,
            Optional<String> trace,
            Instant now) {
        var event =
                new AsyncEvent(
                        requestId,
                        invoked.region(),
                        invoked.arn(),
                        sandbox.blobs().put(payload),
                        now,
                        now,
                        0,
                        0,
                        trace);
        sandbox.blobs().need(event.payload(), owner(event));
        keep(event);
        new FunctionMetrics(sandbox).counted(invoked, "AsyncEventsReceived");
    }

    /// Schedules what waits, after the sandbox's state was opened.
    void wake() {
        events.all().forEach(this::schedule);
    }

    private void keep(AsyncEvent event) {
        events.put(event, event.id());
        schedule(event);
    }

    private void schedule(AsyncEvent event) {
        sandbox.clock().scheduleLong(event.dueAt(), () -> run(event.id()));
    }

    private static String owner(AsyncEvent event) {
        return "event/" + event.id();
    }

    private <R> R transition(Function<Functions, R> body) {
        return sandbox.storage().transition(() -> body.apply(sandbox.state(service)));
    }

    private record Work(AsyncEvent event, Target target, Optional<EventInvoking> how) {

        Duration greatestAge() {
            return how.flatMap(EventInvoking::maximumEventAgeInSeconds)
                    .map(Duration::ofSeconds)
                    .orElse(USUAL_AGE);
        }

        int retries() {
            return how.flatMap(EventInvoking::maximumRetryAttempts).orElse(USUAL_RETRIES);
        }
    }

    /// One attempt. The event may be gone: a rewind takes it back.
    private void run(String id) {
        var work = transition(functions -> work(id, functions));
        if (work.isEmpty()) {
            return;
        }
        var event = work.get().event();
        var runner = transition(Functions::runner);
        if (isTooOld(work.get())) {
            end(work.get(), Ending.EVENT_AGE_EXCEEDED, Optional.empty());
            return;
        }
        if (runner.isLoop(work.get().target(), event.trace())) {
            runner.metrics().counted(work.get().target().invoked(), "RecursiveInvocationsDropped");
            end(work.get(), Ending.RECURSIVE, Optional.empty());
            return;
        }
        try {
            var payload = sandbox.blobs().read(event.payload()).orElseThrow();
            runner.metrics().aged(work.get().target().invoked(), event.queuedAt());
            var result =
                    runner.run(
                            work.get().target(),
                            event.id(),
                            payload,
                            Optional.empty(),
                            event.trace());
            if (result.functionError().isEmpty()) {
                end(work.get(), Ending.SUCCESS, Optional.of(result));
            } else if (event.attempts() >= work.get().retries()) {
                end(work.get(), Ending.RETRIES_EXHAUSTED, Optional.of(result));
            } else {
                // One minute after the first attempt, two after the second.
                again(event.failed(now().plus(Duration.ofMinutes(event.attempts() + 1L))));
            }
        } catch (AwsException turnedAway) {
            LOG.debug("{} waits: {}", event.id(), turnedAway.message());
            again(event.throttled(now().plus(backoff(event.throttles()))));
        }
    }

    private Optional<Work> work(String id, Functions functions) {
        return events.get(id)
                .flatMap(event -> {
                    var reference = reference(event);
                    try {
                        var target = Target.of(reference, functions, sandbox.random());
                        return Optional.of(new Work(event, target, how(reference, functions)));
                    } catch (AwsException functionIsGone) {
                        remove(event);
                        return Optional.empty();
                    }
                });
    }

    private static Optional<EventInvoking> how(FunctionReference reference, Functions functions) {
        return functions
                .eventInvoking()
                .get(
                        reference.region(),
                        reference.name(),
                        reference.qualifier().orElse(FunctionVersion.LATEST));
    }

    private FunctionReference reference(AsyncEvent event) {
        // arn:aws:lambda:region:account:function:name:qualifier
        var parts = event.invoked().split(":");
        return new FunctionReference(
                parts[6],
                parts.length > 7 ? Optional.of(parts[7]) : Optional.empty(),
                sandbox.account(),
                event.region());
    }

    private boolean isTooOld(Work work) {
        return now().isAfter(work.event().queuedAt().plus(work.greatestAge()));
    }

    private static Duration backoff(int throttles) {
        var seconds = Duration.ofSeconds(1L << Math.min(throttles, 10));
        return seconds.compareTo(LONGEST_BACKOFF) < 0 ? seconds : LONGEST_BACKOFF;
    }

    private Instant now() {
        return sandbox.clock().now();
    }

    private void again(AsyncEvent event) {
        transition(_ -> {
            // Unless a rewind took it back meanwhile.
            events.get(event.id()).ifPresent(_ -> keep(event));
            return event;
        });
    }

    private void end(Work work, Ending ending, Optional<Invocation.Result> result) {
        transition(_ -> {
            remove(work.event());
            return ending;
        });
        if (ending != Ending.SUCCESS) {
            new FunctionMetrics(sandbox).counted(work.target().invoked(), "AsyncEventsDropped");
        }
        var told =
                work.how()
                        .flatMap(how ->
                                ending == Ending.SUCCESS ? how.onSuccess() : how.onFailure());
        told.ifPresent(arn ->
                new Destination(sandbox, work.target()).tell(arn, work.event(), ending, result));
    }

    private void remove(AsyncEvent event) {
        events.remove(event.id());
        sandbox.blobs().release(event.payload(), owner(event));
    }
}
