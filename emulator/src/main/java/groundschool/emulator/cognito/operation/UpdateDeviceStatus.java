package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.token.Verified;
import groundschool.emulator.cognito.user.User;
import java.util.Optional;

/// Says whether a device of whoever asks is remembered.
///
/// Source:
/// [UpdateDeviceStatus](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateDeviceStatus.html)
public record UpdateDeviceStatus(
        String accessToken, String deviceKey, Optional<String> deviceRememberedStatus)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    @Override
    public Nothing run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        DeviceDescription.checkTracking(holder.pool());
        update(holder.user(), deviceKey, deviceRememberedStatus, holder.pool(), pools, call);
        return new Nothing();
    }

    static void update(
            User user, String key, Optional<String> status, Pool pool, UserPools pools, Call call) {
        var device = pools.devices(pool).named(user, key);
        status.ifPresent(wanted ->
                pools.devices(pool)
                        .put(user, device.remembered(wanted.equals("remembered"), call.now())));
    }
}
