package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;

/// Takes the word of users and administrators on whether something was the user.
public final class Feedbacks {

    private Feedbacks() {}

    /// An administrator's.
    ///
    /// @param value `Valid` if it was the user
    public static void byAdministrator(Visit visit, String username, String event, String value) {
        give(visit, username, event, value, "Admin");
    }

    /// The user's own, by what the notice brought.
    ///
    /// @throws groundschool.emulator.AwsException if the token is not for that event
    public static void byUser(
            Visit visit, String username, String event, String token, String value) {
        SecurityMode.checkOn(visit.pool());
        var isFine =
                visit.change(pools ->
                        FeedbackToken.isFor(token, event, visit.pool(), pools, visit.now()));
        if (!isFine) {
            throw CognitoErrors.notAuthorized("Invalid feedback token.");
        }
        give(visit, username, event, value, "User");
    }

    private static void give(
            Visit visit, String username, String id, String value, String provider) {
        SecurityMode.checkOn(visit.pool());
        var feedback = new AuthEvent.Feedback(isValid(value), provider, visit.now());
        visit.change(
                        pools -> {
                            var user = pools.users(visit.pool()).named(username);
                            var events = new AuthEvents(visit.pool(), pools);
                            return events.change(
                                    user.username(),
                                    events.named(user, id).id(),
                                    event -> event.with(feedback));
                        })
                .ifPresent(event -> EventLog.tell(visit, event));
    }

    private static boolean isValid(String value) {
        return switch (value) {
            case "Valid" -> true;
            case "Invalid" -> false;
            default -> throw CognitoErrors.invalid("Feedback is Valid or Invalid.");
        };
    }
}
