package groundschool.emulator.lambda.runtime;

/// Takes a streamed answer while the function still gives it.
public interface AnswerSink {

    /// It begins.
    ///
    /// @param contentType as the runtime names it
    void begin(String contentType);

    /// Some of it has come. Waits while nobody reads.
    void take(byte[] bytes);
}
