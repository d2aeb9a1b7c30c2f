package groundschool.emulator.sandbox;

/// How the values of a `StoredMap` are written to the log and read from it. What was once written
/// stays readable.
///
/// @param <V> an immutable type, and not `byte[]`
public interface Format<V> {

    byte[] write(V value);

    V read(byte[] bytes);

    /// Whether values are kept in memory as their bytes too, and read each time that somebody
    /// looks: for what there is much of, and what is quickly read.
    default boolean staysPacked() {
        return false;
    }
}
