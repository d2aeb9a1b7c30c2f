package groundschool.emulator.sandbox;

/// The log could not be written or read: a full disk, a folder that is gone, a damaged file. The
/// message is a sentence for whoever runs the emulator. Nothing was changed.
public final class StorageException extends RuntimeException {

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
