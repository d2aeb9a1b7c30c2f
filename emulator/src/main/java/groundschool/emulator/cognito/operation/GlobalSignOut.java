package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;

/// Ends all sign-ins of whoever asks.
///
/// Source:
/// [GlobalSignOut](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GlobalSignOut.html)
public record GlobalSignOut(String accessToken)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        pools.grants(holder.pool()).end(holder.user().username(), call.now());
        return new Nothing();
    }
}
