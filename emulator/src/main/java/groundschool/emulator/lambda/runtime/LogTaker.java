package groundschool.emulator.lambda.runtime;

import java.util.function.Consumer;

/// Takes what is logged, and keeps it in batches.
public interface LogTaker extends Consumer<LogLine> {

    /// Writes what has come until now.
    void flush();
}
