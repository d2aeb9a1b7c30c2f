package groundschool.emulator.sandbox;

import java.util.Optional;

/// All sandboxes of an emulator, found by access key. Thousands may exist; those that nobody uses
/// leave memory.
public interface Sandboxes extends AutoCloseable {

    /// The access key of that id, without opening its sandbox.
    Optional<AccessKey> key(String accessKeyId);

    /// Makes a new empty sandbox whose key is that of an administrator; durable when this returns.
    AccessKey create(String account);

    /// Adds a key that was given from outside, the account's root; its sandbox is made when first
    /// used.
    void add(String accessKeyId, String secret, String account);

    /// The sandbox of that id, opened if it was idle.
    ///
    /// @throws java.util.NoSuchElementException if there is none
    Sandbox open(String id);

    /// A copy of a sandbox in memory, in no index, for checks that write.
    Sandbox fork(Sandbox sandbox);

    /// Removes a sandbox with all that it holds.
    void delete(String id);

    @Override
    void close();
}
