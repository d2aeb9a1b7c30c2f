package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.cognito.Bearer;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.token.Verified;
import java.util.Optional;

/// Forgets a device of whoever asks.
///
/// Source:
/// [ForgetDevice](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgetDevice.html)
public record ForgetDevice(Optional<String> accessToken, String deviceKey)
        implements CognitoIdpOperation, Unsigned, Operation<UserPools> {

    @Override
    public Bearer bearer() {
        return new Bearer.Token(accessToken.orElse(""));
    }

    @Override
    public Nothing run(UserPools pools, Call call) {
        var holder = Verified.holder(accessToken.orElse(""), pools, call.now());
        DeviceDescription.checkTracking(holder.pool());
        var devices = pools.devices(holder.pool());
        devices.remove(holder.user(), devices.named(holder.user(), deviceKey));
        return new Nothing();
    }
}
