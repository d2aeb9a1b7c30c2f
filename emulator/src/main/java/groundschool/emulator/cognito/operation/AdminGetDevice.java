package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;

/// Shows a device of somebody.
///
/// Source:
/// [AdminGetDevice](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetDevice.html)
public record AdminGetDevice(String deviceKey, String userPoolId, String username)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    public record Response(DeviceDescription device) {}

    @Override
    public Response run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        DeviceDescription.checkTracking(pool);
        var user = pools.users(pool).named(username);
        return new Response(DeviceDescription.of(pools.devices(pool).named(user, deviceKey)));
    }
}
