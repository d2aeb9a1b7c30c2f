package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.SecurityMode;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.user.User;
import groundschool.emulator.cognito.user.Verifier;
import java.security.SecureRandom;
import java.util.Optional;

/// Signing in with a password that comes along.
public final class PasswordFlow {

    private PasswordFlow() {}

    /// @throws groundschool.emulator.AwsException if it is not the password
    public static Step run(Visit visit, String username, String password) {
        ThreatProtection.admit(visit, username, AuthEvent.Type.SignIn);
        var user = visit.user(username).or(() -> Migration.migrated(visit, username, password));
        var found = user.isPresent() ? user : People.find(visit, username);
        if (found.isPresent() && !found.get().enabled()) {
            People.find(visit, username);
        }
        var lockName = found.map(User::username).orElse(username);
        People.checkNotLocked(visit, lockName);
        People.askBefore(visit, username, found);
        People.checkNoReset(found);
        if (found.isEmpty()) {
            // As long as for a real one, and with the same limits.
            Verifier.of(visit.pool(), username, password, new SecureRandom());
            visit.change(pools -> {
                pools.attempts(visit.pool()).passwordFailed(lockName, visit.now());
                return true;
            });
            throw CognitoErrors.incorrect();
        }
        var isRight =
                found.get()
                        .password()
                        .filter(known ->
                                known.verifier()
                                        .matches(visit.pool(), found.get().username(), password))
                        .isPresent();
        return AfterPassword.next(
                visit,
                People.passwordShown(visit, found.get(), isRight, SecurityMode.Flow.STANDARD),
                Optional.of(password));
    }
}
