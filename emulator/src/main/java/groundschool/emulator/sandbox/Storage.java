package groundschool.emulator.sandbox;

import java.util.function.Supplier;

/// The state of one sandbox: a handful of ordered maps in memory, and a log of what changed them.
///
/// A transition collects its writes; they are written as one record first and applied to the maps
/// after. If it throws, or the record cannot be written, nothing is changed.
public interface Storage extends AutoCloseable {

    /// The map of that name, made when first asked for. The name says whose it is:
    /// `dynamodb/eu-west-1/tables`.
    <V> StoredMap<V> map(String name, Format<V> format);

    /// Drops the map of that name with all that is in it, as part of the current transition.
    void drop(String name);

    /// Runs `body` alone in this storage and makes durable all that it wrote, before this returns.
    ///
    /// @throws StorageException if the record cannot be written; then nothing is changed
    <R> R transition(Supplier<R> body);

    /// Where the log stands. It pins what is needed to come back here.
    Checkpoint checkpoint();

    /// Brings all maps back to what they were at the checkpoint, as one durable transition that can
    /// itself be rewound.
    void rewind(Checkpoint checkpoint);

    /// A copy of the state as it is, in memory only. What is done to it leaves no trace here.
    Storage fork();

    @Override
    void close();

    /// A position in a storage's log.
    record Checkpoint(long position) {}
}
