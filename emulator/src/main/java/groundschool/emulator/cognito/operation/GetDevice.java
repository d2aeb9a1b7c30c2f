package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.Bearer;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;
import java.util.Optional;

/// Shows a device of whoever asks.
///
/// Source:
/// [GetDevice](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetDevice.html)
public record GetDevice(String deviceKey, Optional<String> accessToken)
        implements CognitoIdpOperation, Unsigned, Operation<UserPools> {

    public record Response(DeviceDescription device) {}

    @Override
    public Bearer bearer() {
        return new Bearer.Token(accessToken.orElse(""));
    }

    @Override
    public Response run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken.orElse(""), pools, call.now());
        DeviceDescription.checkTracking(holder.pool());
        return new Response(
                DeviceDescription.of(pools.devices(holder.pool()).named(holder.user(), deviceKey)));
    }
}
