package groundschool.question;

/// What an answer is worth. As in the real exam only a complete answer counts; the parts are for
/// practice, to say how close it was.
///
/// @param partsRight how many of the parts are right, such as pairs of a matching question
public record Grade(Result result, int partsRight, int parts) {

    /// How it counts.
    public enum Result {
        RIGHT,
        WRONG,
        /// Counts as wrong.
        UNANSWERED
    }

    static Grade of(Answer answer, boolean right, int partsRight, int parts) {
        if (answer instanceof Answer.None) {
            return new Grade(Result.UNANSWERED, 0, parts);
        }
        return new Grade(right ? Result.RIGHT : Result.WRONG, partsRight, parts);
    }

    /// Whether it earns the point.
    public boolean isRight() {
        return result == Result.RIGHT;
    }
}
