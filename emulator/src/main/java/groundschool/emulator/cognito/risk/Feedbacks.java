package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import java.time.Instant;

/// Takes the word of users and administrators on whether something was the user.
public final class Feedbacks {

    private Feedbacks() {}

    /// An administrator's.
    ///
    /// @param value `Valid` if it was the user
    public static AuthEvent byAdministrator(
            Pool pool, UserPools pools, String username, String event, String value, Instant now) {
        return given(
                pool, pools, username, event, new AuthEvent.Feedback(isValid(value), "Admin", now));
    }

    /// The user's own, by what the notice brought.
    ///
    /// @throws groundschool.emulator.AwsException if the token is not for that event
    public static AuthEvent byUser(
            Pool pool,
            UserPools pools,
            String username,
            String event,
            String token,
            String value,
            Instant now) {
        SecurityMode.checkOn(pool);
        if (!FeedbackToken.isFor(token, event, pool, pools, now)) {
            throw CognitoErrors.notAuthorized("Invalid feedback token.");
        }
        return given(
                pool, pools, username, event, new AuthEvent.Feedback(isValid(value), "User", now));
    }

    private static boolean isValid(String value) {
        return switch (value) {
            case "Valid" -> true;
            case "Invalid" -> false;
            default -> throw CognitoErrors.invalid("Feedback is Valid or Invalid.");
        };
    }

    private static AuthEvent given(
            Pool pool, UserPools pools, String username, String id, AuthEvent.Feedback feedback) {
        SecurityMode.checkOn(pool);
        var user = pools.users(pool).named(username);
        var events = new AuthEvents(pool, pools);
        var known = events.named(user, id);
        return events.change(user.username(), id, event -> event.with(feedback)).orElse(known);
    }
}
