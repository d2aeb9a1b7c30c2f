package groundschool.emulator.sandbox;

/// How the values of a `StoredMap` are written to the log and read from it. What was once written
/// stays readable.
///
/// @param <V> an immutable type
public interface Format<V> {

    byte[] write(V value);

    V read(byte[] bytes);
}
