package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.SecurityMode;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import groundschool.emulator.cognito.user.User;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who signs in, and who may.
final class People {

    private People() {}

    /// Somebody who signs in, or nobody where that is not to be seen.
    ///
    /// @throws groundschool.emulator.AwsException if there is nobody of that name and that may be
    ///   seen, or the user is kept out
    static Optional<User> find(Visit visit, String username) {
        var found = visit.user(username);
        if (found.isEmpty() && !visit.application().hidesUsers()) {
            throw CognitoErrors.userNotFound();
        }
        if (found.filter(user -> !user.enabled()).isPresent()) {
            throw visit.application().hidesUsers()
                    ? CognitoErrors.incorrect()
                    : CognitoErrors.disabled();
        }
        return found;
    }

    /// Asks the function that wants to know who tries.
    static void askBefore(Visit visit, String username, Optional<User> user) {
        var more = new LinkedHashMap<String, Object>();
        more.put("validationData", visit.metadata());
        more.put("clientMetadata", Map.of());
        if (visit.application().hidesUsers()) {
            more.put("userNotFound", user.isEmpty());
        }
        if (user.isPresent()) {
            Triggers.ask(
                    visit,
                    Trigger.PRE_AUTHENTICATION,
                    "PreAuthentication_Authentication",
                    user.get(),
                    more);
        } else {
            Triggers.ask(
                    visit,
                    Trigger.PRE_AUTHENTICATION,
                    "PreAuthentication_Authentication",
                    username,
                    Map.of(),
                    more);
        }
    }

    /// @throws groundschool.emulator.AwsException if too many passwords were wrong
    static void checkNotLocked(Visit visit, String username) {
        visit.change(pools -> {
            pools.attempts(visit.pool()).checkPasswordAllowed(username, visit.now());
            return true;
        });
    }

    /// The password was shown to be known, or not: both are remembered.
    ///
    /// @throws groundschool.emulator.AwsException if it was not, or the user may not sign in yet
    static User passwordShown(Visit visit, User user, boolean isRight, SecurityMode.Flow flow) {
        visit.change(pools -> {
            var attempts = pools.attempts(visit.pool());
            if (isRight) {
                attempts.passwordRight(user.username());
            } else {
                attempts.passwordFailed(user.username(), visit.now());
            }
            return true;
        });
        if (!isRight) {
            ThreatProtection.failed(visit, user, flow);
            throw CognitoErrors.incorrect();
        }
        var until = user.password().flatMap(User.Password::temporaryUntil);
        if (user.status() == User.Status.FORCE_CHANGE_PASSWORD
                && until.filter(time -> !visit.now().isBefore(time)).isPresent()) {
            throw CognitoErrors.notAuthorized(
                    "Temporary password has expired and must be reset by an administrator.");
        }
        return checkConfirmed(user);
    }

    static User checkConfirmed(User user) {
        if (user.status() == User.Status.UNCONFIRMED) {
            throw CognitoErrors.notConfirmed();
        }
        return user;
    }

    static void checkNoReset(Optional<User> user) {
        if (user.filter(each -> each.status() == User.Status.RESET_REQUIRED).isPresent()) {
            throw CognitoErrors.resetRequired();
        }
    }
}
