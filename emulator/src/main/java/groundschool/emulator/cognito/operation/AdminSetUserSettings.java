package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.List;

/// Turns codes by SMS on or off for somebody, as one did before there were other factors.
///
/// Source:
/// [AdminSetUserSettings](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserSettings.html)
public record AdminSetUserSettings(
        String userPoolId, String username, List<SetUserSettings.Option> mFAOptions)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        var user = pools.users(pool).named(username);
        pools.users(pool).put(SetUserSettings.applied(user, mFAOptions, call.now()));
        return new Nothing();
    }
}
