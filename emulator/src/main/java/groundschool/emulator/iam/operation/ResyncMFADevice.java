package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.util.List;

/// Sets a user's second factor anew by two codes in a row, as when its clock is wrong.
///
/// Source:
/// [ResyncMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResyncMFADevice.html)
public record ResyncMFADevice(
        String userName,
        String serialNumber,
        String authenticationCode1,
        String authenticationCode2)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:ResyncMFADevice", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var devices = MfaDevices.in(identities);
        var device =
                devices.find(serialNumber, call.account())
                        .filter(found -> found.isOf(user.id()))
                        .orElseThrow(() -> IamErrors.noMfaDevice(serialNumber));
        devices.put(
                device.setBy(authenticationCode1, authenticationCode2, call.now())
                        .orElseThrow(IamErrors::invalidAuthenticationCode));
        return new Done();
    }
}
