package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.user.Confirmation;
import groundschool.emulator.cognito.user.User;
import java.util.Map;
import java.util.Optional;

/// Confirms who has signed up, without a code.
///
/// Source:
/// [AdminConfirmSignUp](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminConfirmSignUp.html)
public record AdminConfirmSignUp(
        String userPoolId, String username, Optional<Map<String, String>> clientMetadata)
        implements CognitoIdpOperation, OfPool, Interaction<UserPools> {

    @Override
    public Nothing run(Turn<UserPools> turn, Call call) {
        var visit = Visit.toPool(userPoolId, clientMetadata, turn, call);
        var user = visit.user(username).orElseThrow(CognitoErrors::userNotFound);
        if (user.status() != User.Status.UNCONFIRMED) {
            throw CognitoErrors.cannotConfirm(user.status().name());
        }
        Confirmation.confirm(visit, user, Optional.empty(), false);
        return new Nothing();
    }
}
