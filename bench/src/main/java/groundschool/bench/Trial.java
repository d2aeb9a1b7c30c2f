package groundschool.bench;

import java.util.List;

/// Measures once.
public interface Trial {

    /// One value for each quantity, in their order.
    List<Double> run() throws Exception;
}
