package groundschool.emulator.iam.policy;

/// A place in the text of a policy document, both numbers from 1.
///
/// Source: [Position](https://docs.aws.amazon.com/IAM/latest/APIReference/API_Position.html)
public record Position(int line, int column) {

    /// The first character of a document.
    public static final Position START = new Position(1, 1);
}
