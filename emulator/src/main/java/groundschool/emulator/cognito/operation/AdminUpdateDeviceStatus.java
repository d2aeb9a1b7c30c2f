package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.Optional;

/// Says whether a device of somebody is remembered.
///
/// Source:
/// [AdminUpdateDeviceStatus](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateDeviceStatus.html)
public record AdminUpdateDeviceStatus(
        String userPoolId,
        String username,
        String deviceKey,
        Optional<String> deviceRememberedStatus)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        DeviceDescription.checkTracking(pool);
        UpdateDeviceStatus.update(
                pools.users(pool).named(username),
                deviceKey,
                deviceRememberedStatus,
                pool,
                pools,
                call);
        return new Nothing();
    }
}
