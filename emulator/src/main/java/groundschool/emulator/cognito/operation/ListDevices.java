package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;
import java.util.Optional;

/// Lists the devices of whoever asks.
///
/// Source:
/// [ListDevices](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListDevices.html)
public record ListDevices(
        String accessToken, Optional<Integer> limit, Optional<String> paginationToken)
        implements CognitoIdpOperation, OfHolder, Operation<UserPools> {

    @Override
    public DeviceDescription.Listed run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken, pools, call.now());
        DeviceDescription.checkTracking(holder.pool());
        return DeviceDescription.Listed.of(
                pools.devices(holder.pool()).of(holder.user()), limit, paginationToken);
    }
}
