package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.util.List;
import java.util.Optional;

/// Takes a second factor from a user; without a name, from the one who asks. The device stays, and
/// is nobody's.
///
/// Source:
/// [DeactivateMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeactivateMFADevice.html)
public record DeactivateMFADevice(Optional<String> userName, String serialNumber)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:DeactivateMFADevice", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var devices = MfaDevices.in(identities);
        var device =
                devices.find(serialNumber, call.account())
                        .filter(found -> found.isOf(owner.userId()))
                        .orElseThrow(() -> IamErrors.noMfaDevice(serialNumber));
        devices.put(device.enabled(Optional.empty()));
        return new Done();
    }
}
