package groundschool.emulator.lambda.runtime.jvm;

/// What a function does with an event.
interface Handler {

    /// @param event as JSON
    /// @param request what came with it
    /// @return the answer, as JSON
    /// @throws Throwable whatever the function throws
    byte[] handle(byte[] event, RuntimeAnswer request) throws Throwable;
}
