package groundschool.bench;

import java.util.List;

/// Some figures that come from the same set-up.
public interface Measurement {

    /// What `--only` calls it.
    String name();

    /// Sets up, measures, and clears away.
    List<Figure> measure(Plan plan, Progress progress) throws Exception;
}
