package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Forgets a device of somebody.
///
/// Source:
/// [AdminForgetDevice](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminForgetDevice.html)
public record AdminForgetDevice(String userPoolId, String username, String deviceKey)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        DeviceDescription.checkTracking(pool);
        var user = pools.users(pool).named(username);
        pools.devices(pool).remove(user, pools.devices(pool).named(user, deviceKey));
        return new Nothing();
    }
}
