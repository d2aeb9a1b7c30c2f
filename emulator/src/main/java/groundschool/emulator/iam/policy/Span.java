package groundschool.emulator.iam.policy;

/// Where something stands in a policy document, such as the statement that the IAM simulator
/// reports as matched.
///
/// Source: [Statement](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Statement.html)
///
/// @param start its first character
/// @param end just after its last character
public record Span(Position start, Position end) {

    /// For a statement that was not read from a text.
    public static final Span NONE = new Span(Position.START, Position.START);
}
