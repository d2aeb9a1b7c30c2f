package groundschool.emulator;

/// An output that knows how much there is in it without being written. It is never changed.
public interface Sized {

    /// About how many bytes its values have.
    int sizeBytes();
}
