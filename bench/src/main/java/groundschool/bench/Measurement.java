package groundschool.bench;

import java.util.List;

/// Some figures that come from the same set-up.
public interface Measurement {

    /// What `--only` calls it.
    String name();

    /// Whether it takes so long, or so much of the machine, that it runs only if it is named.
    default boolean isLong() {
        return false;
    }

    /// Sets up, measures, and clears away.
    List<Figure> measure(Plan plan, Progress progress) throws Exception;
}
