package groundschool.content;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The content that is shown now, and what is wrong with what its authors saved last. A broken save
/// keeps the last good catalogue.
public final class Content {

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile State state;

    private record State(Catalogue catalogue, List<Problem> problems) {}

    /// The content of a first reading; an empty catalogue if that was refused.
    public Content(ContentReader.Result first) {
        state = after(first, Catalogue.EMPTY);
    }

    /// Is told when content was read again. Must return quickly.
    public interface Listener {
        void changed(Catalogue catalogue, List<Problem> problems);
    }

    /// What one can cancel.
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /// The last good catalogue.
    public Catalogue catalogue() {
        return state.catalogue();
    }

    /// What the last reading reported. If any of it refuses, the catalogue is older than the files.
    public List<Problem> problems() {
        return state.problems();
    }

    /// Tells the listener of each reading from now on, until the subscription is closed.
    public Subscription subscribe(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Takes what a reading gave, and tells the listeners.
    public void publish(ContentReader.Result result) {
        var now = after(result, state.catalogue());
        state = now;
        listeners.forEach(listener -> listener.changed(now.catalogue(), now.problems()));
    }

    private static State after(ContentReader.Result result, Catalogue before) {
        return result instanceof ContentReader.Result.Loaded(var catalogue, var notes)
                ? new State(catalogue, notes)
                : new State(before, result.problems());
    }
}
