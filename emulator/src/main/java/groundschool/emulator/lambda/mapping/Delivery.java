package groundschool.emulator.lambda.mapping;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import groundschool.emulator.lambda.ExecutionRole;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.Target;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.sandbox.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/// Takes one batch of a lane's records to a function, reading the stream as the function's role.
record Delivery(
        Sandbox sandbox,
        Mappings mappings,
        Function<Function<Functions, Object>, Object> transition) {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration WHEN_REFUSED = Duration.ofMinutes(1);

    /// Who is invoked for which lane, and as whom the stream is read.
    private record Course(Mapping mapping, Lane lane, Target target, Services.As services) {

        Mapping.Settings how() {
            return mapping.how();
        }
    }

    /// What an invocation has come to.
    private record Ran(String requestId, Invocation.Result result) {}

    /// One attempt.
    ///
    /// @return when to try again; nothing if the batch is done with
    Optional<Instant> deliver(Mapping named, int index) {
        var mapping =
                mappings.find(named.region(), named.uuid())
                        .filter(each -> each.how().enabled() && index < each.how().lanes());
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        try {
            return deliver(course(mapping.get(), index));
        } catch (AwsException refusal) {
            LOG.debug("{}: {}", named.uuid(), refusal.message());
            change(mapping.get(), "PROBLEM: " + refusal.message(), Optional.empty());
            return Optional.of(now().plus(WHEN_REFUSED));
        }
    }

    private Course course(Mapping mapping, int index) {
        var reference = Mappings.reference(mapping, sandbox.account());
        var target = in(functions -> Target.of(reference, functions, sandbox.random()));
        var role =
                ExecutionRole.session(
                                target.version().configuration().role(),
                                target.function().name(),
                                target.invoked().functionArn(),
                                sandbox)
                        .orElseThrow(() ->
                                new AwsException(
                                        403,
                                        "AccessDeniedException",
                                        "The role defined for the function cannot be assumed by Lambda."));
        return new Course(
                mapping,
                in(_ -> mappings.lane(mapping, index)),
                target,
                sandbox.services().as(role, mapping.region()));
    }

    private Optional<Instant> deliver(Course course) {
        var lane = course.lane();
        var log = mappings.log(course.mapping().streamArn(), course.mapping().region());
        long newest = in(_ -> log.last());
        long horizon = in(_ -> log.horizon(now()));
        var batch =
                new StreamReader(course.mapping(), lane, course.services(), horizon, newest).read();
        var ending = lane.window().filter(window -> isOver(window, batch, course.how()));
        if (ending.isPresent()) {
            return close(course, ending.get());
        }
        if (batch.isEmpty()) {
            // Shards begin with a number that no record has, and other lanes have their own.
            if (newest >= lane.next()) {
                change(course.mapping(), Mapping.OK, Optional.of(lane.at(newest + 1)));
            }
            return Optional.empty();
        }
        if (lane.attempts() == 0
                && now().isBefore(batch.oldest().plusSeconds(course.how().window()))
                && batch.records().size() < course.how().batchSize()) {
            return Optional.of(batch.oldest().plusSeconds(course.how().window()));
        }
        if (course.how().maximumAge() >= 0) {
            var old = batch.olderThan(now().minusSeconds(course.how().maximumAge()));
            if (!old.isEmpty()) {
                return giveUp(course, old, GivenUp.Why.TOO_OLD, lane.attempts(), Optional.empty());
            }
        }
        var window = window(course, batch);
        return invoke(course, window.map(batch::in).orElse(batch), window);
    }

    /// The window that a batch begins in.
    private static Optional<Window> window(Course course, Batch batch) {
        return course.how()
                .tumblingWindow()
                .map(seconds ->
                        course.lane()
                                .window()
                                .orElseGet(() ->
                                        Window.around(batch.oldest(), seconds, batch.shard())));
    }

    /// Whether nothing more comes into a window.
    private boolean isOver(Window window, Batch batch, Mapping.Settings how) {
        return window.isOverfull()
                || how.tumblingWindow().isEmpty()
                || (batch.isEmpty()
                        ? !now().isBefore(window.end())
                        : !window.has(batch.oldest()) || !batch.shard().equals(window.shard()));
    }

    private Optional<Instant> invoke(Course course, Batch batch, Optional<Window> window) {
        var patterns = course.how().filters().stream().map(EventPattern::of).toList();
        var taken = batch.fitting(patterns);
        var metrics = new MappingMetrics(sandbox, course.mapping());
        if (course.lane().attempts() == 0) {
            metrics.polled(batch, taken);
        }
        if (taken.isEmpty()) {
            change(
                    course.mapping(),
                    Mapping.OK,
                    Optional.of(course.lane().at(batch.last() + 1).in(window)));
            return Optional.empty();
        }
        var arn = course.mapping().streamArn();
        var event = taken.event(arn);
        window.ifPresent(open -> open.describe(event, arn, false));
        in(Functions::runner).metrics().iterated(course.target(), batch.newest());
        var ran = run(course, event);
        metrics.invoked(taken);
        return note(course, batch, taken, window, ran);
    }

    private Ran run(Course course, ObjectNode event) {
        var requestId = UUID.randomUUID().toString();
        return new Ran(
                requestId,
                in(Functions::runner)
                        .run(
                                course.target(),
                                requestId,
                                Batch.JSON.writeValueAsBytes(event),
                                Optional.empty()));
    }

    private Optional<Instant> note(
            Course course, Batch batch, Batch taken, Optional<Window> window, Ran ran) {
        var answer = ran.result().payload();
        var state = window.isPresent() ? Batch.state(answer) : Optional.of("");
        if (ran.result().functionError().isPresent() || state.isEmpty()) {
            return failed(course, batch.first(), batch, ran);
        }
        var after = window.map(open -> open.holding(state.get()));
        var failure =
                course.how().reportsFailures()
                        ? taken.firstFailure(answer)
                        : Optional.<Long>empty();
        if (failure.isPresent()) {
            // What was done of it is in the state.
            boolean isPartly = failure.get() > batch.first();
            var kept = isPartly ? after : course.lane().window();
            var lane = course.lane().in(kept);
            return failed(
                    new Course(course.mapping(), lane, course.target(), course.services()),
                    failure.get(),
                    batch,
                    ran);
        }
        change(
                course.mapping(),
                Mapping.OK,
                Optional.of(course.lane().at(batch.last() + 1).in(after)));
        return Optional.empty();
    }

    /// Records before `from` are done with. A batch that is cut in two is not counted as a failure.
    private Optional<Instant> failed(Course course, long from, Batch batch, Ran ran) {
        var lane = course.lane();
        boolean isProgress = from > batch.first();
        var patterns = course.how().filters().stream().map(EventPattern::of).toList();
        new MappingMetrics(sandbox, course.mapping()).failed(batch.from(from).fitting(patterns));
        int failures = (isProgress ? 0 : lane.attempts()) + 1;
        var rest = batch.from(from).records();
        if (course.how().bisects() && rest.size() > 1 && !isProgress) {
            long middle = Batch.number(rest.get(rest.size() / 2 - 1));
            change(
                    course.mapping(),
                    Mapping.FAILED,
                    Optional.of(lane.failed(from, middle, lane.attempts())));
            return Optional.of(now());
        }
        int most = course.how().maximumRetries();
        if (most >= 0 && failures > most) {
            return giveUp(
                    course,
                    batch.from(from),
                    GivenUp.Why.RETRIES_EXHAUSTED,
                    failures,
                    Optional.of(ran));
        }
        var after = lane.failed(from, batch.last(), failures);
        change(course.mapping(), Mapping.FAILED, Optional.of(after));
        return Optional.of(now().plus(after.backoff()));
    }

    /// Goes on after records that come to nothing.
    private Optional<Instant> giveUp(
            Course course, Batch batch, GivenUp.Why why, int attempts, Optional<Ran> ran) {
        var patterns = course.how().filters().stream().map(EventPattern::of).toList();
        var lost = batch.fitting(patterns);
        if (!lost.isEmpty()) {
            new GivenUp(
                            course.mapping(),
                            lost,
                            why,
                            attempts,
                            ran.map(Ran::requestId).orElseGet(() -> UUID.randomUUID().toString()),
                            ran.map(Ran::result))
                    .tell(course.target(), course.services(), sandbox);
        }
        change(
                course.mapping(),
                why == GivenUp.Why.TOO_OLD ? Mapping.OK : Mapping.FAILED,
                Optional.of(course.lane().at(batch.last() + 1)));
        return Optional.empty();
    }

    /// The last call of a window, which has no records: after it the state is gone. Until it went
    /// well, or was tried as often as may be, nothing else is done.
    private Optional<Instant> close(Course course, Window window) {
        var arn = course.mapping().streamArn();
        var event = Batch.NONE.event(arn);
        window.describe(event, arn, true);
        var ran = run(course, event);
        var lane = course.lane();
        int failures = lane.attempts() + 1;
        int most = course.how().maximumRetries();
        boolean isFailure = ran.result().functionError().isPresent();
        if (isFailure && (most < 0 || failures <= most)) {
            var after = lane.failedToClose(failures);
            change(course.mapping(), Mapping.FAILED, Optional.of(after));
            return Optional.of(now().plus(after.backoff()));
        }
        var next =
                window.isOverfull() ? Optional.of(window.holding("{}")) : Optional.<Window>empty();
        change(
                course.mapping(),
                isFailure ? Mapping.FAILED : Mapping.OK,
                Optional.of(lane.failedToClose(0).in(next)));
        return Optional.of(now());
    }

    /// Unless it was changed or deleted meanwhile, what was found out is noted.
    private void change(Mapping mapping, String result, Optional<Lane> lane) {
        in(_ -> {
            mappings.find(mapping.region(), mapping.uuid())
                    .ifPresent(before -> {
                        mappings.put(before.resulted(result));
                        lane.filter(_ -> before.how().lanes() == mapping.how().lanes())
                                .ifPresent(after -> mappings.put(before, after));
                    });
            return List.of();
        });
    }

    @SuppressWarnings("unchecked") // what the body gives comes back
    private <R> R in(Function<Functions, R> body) {
        return (R) transition.apply(body::apply);
    }

    private Instant now() {
        return sandbox.clock().now();
    }
}
