package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.user.Codes;
import groundschool.emulator.cognito.user.Recovery;
import groundschool.emulator.cognito.user.User;
import java.util.Map;
import java.util.Optional;

/// Has somebody choose a new password, by a code.
///
/// Source:
/// [AdminResetUserPassword](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html)
public record AdminResetUserPassword(
        String userPoolId, String username, Optional<Map<String, String>> clientMetadata)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        var visit = Visit.toPool(userPoolId, clientMetadata, turn, call);
        var user = visit.user(username).orElseThrow(CognitoErrors::userNotFound);
        if (user.status() != User.Status.CONFIRMED && user.status() != User.Status.RESET_REQUIRED) {
            throw CognitoErrors.notAuthorized(
                    "User password cannot be reset in the current state.");
        }
        var delivery = Recovery.delivery(visit.pool(), user);
        var code =
                visit.change(pools -> {
                    var users = pools.users(visit.pool());
                    users.put(
                            users.named(user.username())
                                    .with(User.Status.RESET_REQUIRED, visit.now()));
                    return pools.codes(visit.pool())
                            .make(user, Codes.Purpose.PASSWORD, Optional.empty(), visit.now());
                });
        Messages.send(visit, user, Messages.Occasion.FORGOT_PASSWORD, delivery, code.digits());
        return new Nothing();
    }
}
