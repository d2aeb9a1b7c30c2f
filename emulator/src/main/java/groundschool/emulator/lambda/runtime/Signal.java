package groundschool.emulator.lambda.runtime;

/// What is heard of a runtime.
sealed interface Signal {

    /// It has asked for the next event: it is initialized, or has done with the one before.
    record Ready() implements Signal {}

    /// It has answered the event.
    record Answered(byte[] payload) implements Signal {}

    /// It has sent more than an answer may be.
    record TooLarge() implements Signal {}

    /// The function failed.
    ///
    /// @param error as JSON, in the runtime's own form
    record Failed(byte[] error) implements Signal {}

    /// It could not initialize itself or the function.
    ///
    /// @param type of the error, as the runtime's header names it
    record InitFailed(byte[] error, String type) implements Signal {}

    /// An extension failed, and with it the environment.
    ///
    /// @param type such as `Extension.Crash`
    /// @param message what came of it
    record ExtensionFailed(String name, String type, String message) implements Signal {}

    /// Its process has ended.
    ///
    /// @param status that of the process; 128 and more for a signal
    record Ended(int status) implements Signal {}
}
