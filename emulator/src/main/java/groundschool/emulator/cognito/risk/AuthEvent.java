package groundschool.emulator.cognito.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something that somebody did about signing in, and what threat protection thinks of it. Names are
/// AWS's.
///
/// Source:
/// [AuthEventType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AuthEventType.html)
///
/// @param id which the tokens of the sign-in carry too
/// @param challenges that were answered, the password first
public record AuthEvent(
        String id,
        Type type,
        Instant at,
        String username,
        String sub,
        String clientId,
        String requestId,
        Response response,
        Risk risk,
        List<Challenge> challenges,
        UserContext context,
        Optional<Feedback> feedback) {

    public AuthEvent {
        challenges = List.copyOf(challenges);
    }

    /// What was done.
    public enum Type {
        SignIn,
        SignUp,
        ForgotPassword,
        PasswordChange,
        ResendCode
    }

    /// How it ended; `InProgress` where more is asked.
    public enum Response {
        Pass,
        Fail,
        InProgress
    }

    /// What was done about a risk.
    public enum Decision {
        NoRisk,
        AccountTakeover,
        Block
    }

    /// How likely it is that it was somebody else.
    public enum Level {
        Low,
        Medium,
        High
    }

    /// @param level absent where nothing is unusual, or nothing can be compared
    /// @param compromised whether the password is one that has leaked
    public record Risk(Decision decision, Optional<Level> level, boolean compromised) {

        public static final Risk NONE = new Risk(Decision.NoRisk, Optional.empty(), false);
    }

    /// @param name `Password` or `Mfa`
    /// @param success whether the last answer was right
    public record Challenge(String name, boolean success) {}

    /// @param valid whether it was the user
    /// @param provider `Admin` or `User`
    public record Feedback(boolean valid, String provider, Instant at) {}

    AuthEvent with(Response other) {
        return new AuthEvent(
                id,
                type,
                at,
                username,
                sub,
                clientId,
                requestId,
                other,
                risk,
                challenges,
                context,
                feedback);
    }

    /// The same after an answer, in the place of the one before to that challenge.
    AuthEvent with(Challenge answered, Response other) {
        var all = new ArrayList<>(challenges);
        all.removeIf(each -> each.name().equals(answered.name()));
        all.add(answered);
        return new AuthEvent(
                id, type, at, username, sub, clientId, requestId, other, risk, all, context,
                feedback);
    }

    AuthEvent with(Feedback given) {
        return new AuthEvent(
                id,
                type,
                at,
                username,
                sub,
                clientId,
                requestId,
                response,
                risk,
                challenges,
                context,
                Optional.of(given));
    }

    /// Whether this was the user: as was said since, or else as it ended.
    boolean isTrusted() {
        return feedback.map(Feedback::valid).orElse(response == Response.Pass);
    }

    /// Whether somebody said that it was not the user.
    boolean isDenied() {
        return feedback.filter(given -> !given.valid()).isPresent();
    }
}
