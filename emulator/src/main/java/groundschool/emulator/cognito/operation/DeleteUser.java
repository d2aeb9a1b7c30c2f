package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;

/// Deletes whoever asks.
///
/// Source:
/// [DeleteUser](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUser.html)
public record DeleteUser(String accessToken)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        AdminDeleteUser.delete(holder.user(), holder.pool(), pools, call);
        return new Nothing();
    }
}
