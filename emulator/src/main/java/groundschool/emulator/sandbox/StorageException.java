package groundschool.emulator.sandbox;

/// The log could not be written or read: a full disk, a folder that is gone. Nothing was changed.
public final class StorageException extends RuntimeException {

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
