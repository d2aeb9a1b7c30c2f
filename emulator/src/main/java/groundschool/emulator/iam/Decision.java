package groundschool.emulator.iam;

/// What IAM said, and why.
public sealed interface Decision {

    /// The reason, in a sentence.
    String why();

    /// The call may go on.
    record Allowed(String why) implements Decision {}

    /// The call is refused.
    ///
    /// @param why AWS's message to the client
    record Denied(String why) implements Decision {}
}
