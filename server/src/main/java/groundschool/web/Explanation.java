package groundschool.web;

import java.util.Set;

/// What the page of an error says.
///
/// @param happened in words that blame nobody
/// @param safe what the learner need not worry about
/// @param todo the next step
record Explanation(String title, String happened, String safe, String todo) {

    /// What the framework says when whoever refused a request gave no words of their own.
    private static final Set<String> NO_WORDS =
            Set.of(
                    "",
                    "null",
                    "Not Found",
                    "Endpoint not found",
                    "Bad Request",
                    "Forbidden",
                    "Conflict",
                    "Content Too Large",
                    "Payload too large",
                    "Method Not Allowed",
                    "Internal Server Error");

    /// @param message of whoever refused the request; where it says something, it says what
    ///   happened
    static Explanation of(int status, String message) {
        var usual = usual(status);
        var silent = NO_WORDS.contains(message) || message.startsWith("Endpoint ");
        return silent ? usual : new Explanation(usual.title, message, usual.safe, usual.todo);
    }

    /// An error of ours, which the log describes under a number.
    static Explanation failure(String id) {
        return new Explanation(
                "Something failed on our side",
                "The server could not finish this request.",
                "What you had saved before is safe.",
                "Try again. If it happens again, look for " + id + " in the server’s log.");
    }

    private static Explanation usual(int status) {
        return switch (status) {
            case 403 ->
                    new Explanation(
                            "This request was refused",
                            "It did not come from a page of this visit.",
                            "Nothing was changed.",
                            "Load the page again and repeat what you did.");
            case 404 ->
                    new Explanation(
                            "There is nothing at this address",
                            "It may have moved, or the link is mistyped.",
                            "Your progress does not depend on addresses. Nothing was changed.",
                            "Go to today, or search for what you were looking for.");
            case 405 ->
                    new Explanation(
                            "This address does not take that request",
                            "The address exists, but not for this kind of request.",
                            "Nothing was changed.",
                            "Go back, load the page again and repeat what you did.");
            case 409 ->
                    new Explanation(
                            "This came too late",
                            "What it would change is closed, or has changed since the page was loaded.",
                            "What you had saved before is safe.",
                            "Load the page again to see how it stands now.");
            case 413 ->
                    new Explanation(
                            "That is too large",
                            "What was sent is larger than the 1 MB that a form may have.",
                            "Nothing was changed.",
                            "Go back and send less, in several steps if need be.");
            case 429 ->
                    new Explanation(
                            "That is too much at once",
                            "More was asked of this server than it does at a time.",
                            "Nothing was changed.",
                            "Wait a little, then load the page again.");
            default ->
                    new Explanation(
                            status < 500
                                    ? "This request could not be understood"
                                    : "This server cannot answer now",
                            status < 500
                                    ? "Something in it has another form than this page expects."
                                    : "It is starting, stopping or busy.",
                            "What you had saved before is safe.",
                            "Load the page again and repeat what you did.");
        };
    }
}
