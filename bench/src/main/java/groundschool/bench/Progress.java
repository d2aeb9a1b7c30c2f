package groundschool.bench;

/// Says what runs now, for whoever waits.
///
/// @param number of the measurement that runs, from 1
public record Progress(int number, int total, String name) {

    /// Prints what is being done.
    public void says(String what) {
        System.err.printf("[%d of %d] %s: %s%n", number, total, name, what);
    }
}
