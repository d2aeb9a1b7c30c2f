package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevice;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.util.List;
import java.util.Optional;

/// Makes a virtual second factor a user's, who shows two codes of it in a row.
///
/// Unlike AWS, the emulator knows no hardware tokens, whose seeds are their makers'.
///
/// Source:
/// [EnableMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html)
public record EnableMFADevice(
        String userName,
        String serialNumber,
        String authenticationCode1,
        String authenticationCode2)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.user("iam:EnableMFADevice", identities, call, userName);
    }

    @Override
    public Done run(Identities identities, Call call) {
        var user = Known.user(identities, userName);
        var devices = MfaDevices.in(identities);
        var device =
                devices.find(serialNumber, call.account())
                        .orElseThrow(() -> IamErrors.noMfaDevice(serialNumber));
        if (device.enabled().isPresent()) {
            throw IamErrors.alreadyExists("MFA Device is already in use.");
        }
        Quotas.requireRoom(
                "MFADevicesPerUser", devices.of(user.id()).count(), Quotas.MFA_DEVICES_PER_USER);
        var set =
                device.setBy(authenticationCode1, authenticationCode2, call.now())
                        .orElseThrow(IamErrors::invalidAuthenticationCode);
        devices.put(set.enabled(Optional.of(new MfaDevice.Enabled(user.id(), IamTimes.now(call)))));
        return new Done();
    }
}
