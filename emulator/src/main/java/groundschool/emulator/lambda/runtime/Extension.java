package groundschool.emulator.lambda.runtime;

import groundschool.emulator.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A program that runs beside a function, or a part of the function, and is told of its life.
///
/// It is changed under the lock of its [Extensions].
final class Extension {

    /// How far it is, as AWS calls it.
    enum State {
        STARTED("Started"),
        REGISTERED("Registered"),
        READY("Ready"),
        RUNNING("Running"),
        INIT_ERROR("InitError"),
        EXIT_ERROR("ExitError"),
        LAUNCH_ERROR("LaunchError"),
        EXITED("Exited");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final String name;
    private final String id;
    private final boolean isExternal;
    private final BlockingQueue<Optional<HttpResponse>> events = new LinkedBlockingQueue<>();
    private Set<String> wanted = Set.of();
    private State state = State.STARTED;

    Extension(String name, String id, boolean isExternal) {
        this.name = name;
        this.id = id;
        this.isExternal = isExternal;
    }

    String name() {
        return name;
    }

    String id() {
        return id;
    }

    /// Whether it is a process of its own.
    boolean isExternal() {
        return isExternal;
    }

    State state() {
        return state;
    }

    void state(State next) {
        state = next;
    }

    /// The kinds of events that it asked for: `INVOKE`, `SHUTDOWN`.
    Set<String> wanted() {
        return wanted;
    }

    void register(List<String> kinds) {
        wanted = new LinkedHashSet<>(kinds);
        state = State.REGISTERED;
    }

    void give(HttpResponse event) {
        state = State.RUNNING;
        events.add(Optional.of(event));
    }

    /// Lets it go that waits for an event.
    void release() {
        events.add(Optional.empty());
    }

    /// Its next event, once there is one; nothing if there will be none.
    Optional<HttpResponse> next() throws InterruptedException {
        return events.take();
    }

    boolean hasEnded() {
        return switch (state) {
            case STARTED, REGISTERED, READY, RUNNING -> false;
            case INIT_ERROR, EXIT_ERROR, LAUNCH_ERROR, EXITED -> true;
        };
    }
}
