package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import java.util.Optional;

/// Lists the devices of somebody.
///
/// Source:
/// [AdminListDevices](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListDevices.html)
public record AdminListDevices(
        String userPoolId,
        String username,
        Optional<Integer> limit,
        Optional<String> paginationToken)
        implements CognitoIdpOperation, OfPool, Operation<UserPools> {

    @Override
    public DeviceDescription.Listed run(UserPools pools, Call call) {
        var pool = pools.pool(userPoolId, call);
        DeviceDescription.checkTracking(pool);
        return DeviceDescription.Listed.of(
                pools.devices(pool).of(pools.users(pool).named(username)), limit, paginationToken);
    }
}
