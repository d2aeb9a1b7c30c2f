package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.user.User;
import java.util.Map;
import java.util.Optional;

/// Lets whoever signs up and confirms in one go sign in without a further question.
///
/// Source:
/// [SignUp](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html#CognitoUserPools-SignUp-response-Session)
public final class SignUpSession {

    /// Who has just signed up.
    public static final String SIGNED_UP = "SIGNED_UP";

    /// Who has just been confirmed.
    public static final String CONFIRMED = "CONFIRMED";

    private SignUpSession() {}

    /// @return nothing if the client does not sign people in by choice
    public static Optional<String> begin(Visit visit, User user, String step) {
        return visit.application().allows("USER_AUTH")
                ? Optional.of(SecondFactor.begin(visit, user, step, Map.of()))
                : Optional.empty();
    }

    /// Who is at that step, which is done with this.
    ///
    /// @throws groundschool.emulator.AwsException if it is another's, or over
    public static Optional<User> take(Visit visit, String sealed, String username, String step) {
        return visit.change(pools -> {
            var sessions = pools.sessions(visit.pool());
            var open = sessions.open(sealed, visit.now());
            var user = pools.users(visit.pool()).find(username);
            if (!open.asked().equals(step)
                    || !open.clientId().equals(visit.clientId())
                    || !open.username().equals(user.map(User::username))) {
                throw CognitoErrors.sessionInvalid();
            }
            sessions.close(open);
            return user.filter(User::enabled);
        });
    }
}
