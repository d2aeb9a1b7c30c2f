package groundschool.emulator.lambda.runtime;

import groundschool.emulator.Headers;
import groundschool.emulator.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The extensions of one start of an environment: those that are processes of their own are known
/// from the beginning, by their files; parts of the function come forward by themselves.
///
/// Source: [Using the Lambda Extensions API to create
/// extensions](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html)
final class Extensions {

    static final int MOST = 10;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Extension> byName = new LinkedHashMap<>();
    private final Consumer<Signal> signals;
    private Optional<Signal.ExtensionFailed> failure = Optional.empty();
    private boolean isClosed;
    private boolean isEnding;

    /// @param external the names of the files of those that are processes
    /// @param signals is told what whoever waits for the runtime must know
    Extensions(List<String> external, Consumer<Signal> signals) {
        this.signals = signals;
        external.forEach(name -> byName.put(name, new Extension(name, id(), true)));
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    synchronized boolean isEmpty() {
        return byName.isEmpty();
    }

    /// Whether there are processes among them.
    synchronized boolean hasExternal() {
        return byName.values().stream().anyMatch(Extension::isExternal);
    }

    synchronized Collection<Extension> all() {
        return List.copyOf(byName.values());
    }

    synchronized Optional<Extension> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    synchronized Optional<Extension> of(String id) {
        return byName.values().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /// How a part of the function comes forward.
    ///
    /// @return nothing if there is no room, or if it is too late
    synchronized Optional<Extension> internal(String name) {
        if (isClosed || byName.size() >= MOST) {
            return Optional.empty();
        }
        var extension = new Extension(name, id(), false);
        byName.put(name, extension);
        return Optional.of(extension);
    }

    /// Whether the time is over at which one may come forward.
    synchronized boolean isClosed() {
        return isClosed;
    }

    synchronized void register(Extension extension, List<String> events) {
        extension.register(events);
        notifyAll();
    }

    /// One has done with its event, or with its init.
    synchronized void ready(Extension extension) {
        extension.state(Extension.State.READY);
        notifyAll();
    }

    /// One said that it fails, or its process ended.
    synchronized void failed(
            Extension extension, Extension.State state, String type, String message) {
        if (extension.hasEnded()) {
            return;
        }
        extension.state(state);
        if (!isEnding && failure.isEmpty()) {
            var told = new Signal.ExtensionFailed(extension.name(), type, message);
            failure = Optional.of(told);
            signals.accept(told);
        }
        notifyAll();
    }

    /// A process has ended.
    void ended(String name, int status) {
        var extension = named(name);
        if (extension.isEmpty()) {
            return;
        }
        if (isEnding()) {
            failed(extension.get(), Extension.State.EXITED, "", "");
        } else if (status == 126 || status == 127) {
            failed(
                    extension.get(),
                    Extension.State.LAUNCH_ERROR,
                    "Extension.LaunchError",
                    "fork/exec /opt/extensions/%s: %s"
                            .formatted(
                                    name,
                                    status == 126
                                            ? "permission denied"
                                            : "no such file or directory"));
        } else {
            failed(
                    extension.get(),
                    Extension.State.EXITED,
                    "Extension.Crash",
                    "exit status " + status);
        }
    }

    private synchronized boolean isEnding() {
        return isEnding;
    }

    /// Waits until all processes have registered.
    ///
    /// @return whether that came in time, and all went well
    boolean awaitRegistered(Duration most) throws InterruptedException {
        return await(
                most,
                () ->
                        byName.values().stream()
                                .noneMatch(each -> each.state() == Extension.State.STARTED));
    }

    /// Waits until all have asked for their next event.
    ///
    /// @return whether that came in time, and all went well
    boolean awaitReady(Duration most) throws InterruptedException {
        return await(
                most,
                () ->
                        byName.values().stream()
                                .allMatch(each -> each.state() == Extension.State.READY));
    }

    private synchronized boolean await(Duration most, BooleanSupplier condition)
            throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (failure.isEmpty() && !condition.getAsBoolean()) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return failure.isEmpty();
    }

    synchronized Optional<Signal.ExtensionFailed> failure() {
        return failure;
    }

    /// The init is over: nobody comes forward any more.
    synchronized void close() {
        isClosed = true;
    }

    /// Tells those that want to know that the function is invoked.
    synchronized void invoke(RuntimeApi.Event event) {
        var invocation = event.invocation();
        var told = JSON.createObjectNode();
        told.put("eventType", "INVOKE");
        told.put("deadlineMs", event.deadline().toEpochMilli());
        told.put("requestId", invocation.requestId());
        told.put("invokedFunctionArn", invocation.invokedFunctionArn());
        told.putObject("tracing")
                .put("type", "X-Amzn-Trace-Id")
                .put("value", invocation.traceId().orElse(""));
        tell("INVOKE", told);
    }

    /// Tells those that want to know that the environment ends.
    ///
    /// @param reason `spindown`, `timeout` or `failure`
    synchronized void shutDown(String reason, Instant deadline) {
        isEnding = true;
        var told = JSON.createObjectNode();
        told.put("eventType", "SHUTDOWN");
        told.put("shutdownReason", reason);
        told.put("deadlineMs", deadline.toEpochMilli());
        tell("SHUTDOWN", told);
    }

    private void tell(String kind, ObjectNode event) {
        byName.values().stream()
                .filter(each -> each.wanted().contains(kind) && !each.hasEnded())
                .forEach(each ->
                        each.give(
                                HttpResponse.of(
                                        200,
                                        Headers.of(
                                                "Content-Type",
                                                "application/json",
                                                "Lambda-Extension-Event-Identifier",
                                                id()),
                                        event.toString().getBytes(StandardCharsets.UTF_8))));
    }

    /// Waits until all processes have ended.
    synchronized void awaitEnd(Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (byName.values().stream().anyMatch(each -> each.isExternal() && !each.hasEnded())) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    /// Lets all go that wait.
    synchronized void release() {
        isEnding = true;
        byName.values().forEach(Extension::release);
        notifyAll();
    }
}
