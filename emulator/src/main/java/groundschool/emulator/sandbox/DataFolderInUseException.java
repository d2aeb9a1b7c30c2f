package groundschool.emulator.sandbox;

import java.nio.file.Path;

/// Another process keeps its sandboxes in this folder. The message is a sentence for whoever
/// started this one.
public final class DataFolderInUseException extends RuntimeException {

    DataFolderInUseException(Path folder) {
        super(
                "The data folder %s is in use by another process: stop that one, or choose another folder."
                        .formatted(folder.toAbsolutePath()));
    }
}
