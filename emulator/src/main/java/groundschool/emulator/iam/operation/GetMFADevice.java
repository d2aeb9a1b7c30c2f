package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevice;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Shows a second factor of a user; without a name, of the one who asks.
///
/// Source:
/// [GetMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetMFADevice.html)
public record GetMFADevice(String serialNumber, Optional<String> userName) implements IamOperation {

    public record Response(String userName, String serialNumber, Optional<Instant> enableDate) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:GetMFADevice", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var device =
                MfaDevices.in(identities)
                        .find(serialNumber, call.account())
                        .filter(found -> found.isOf(owner.userId()))
                        .orElseThrow(() -> IamErrors.noMfaDevice(serialNumber));
        return new Response(
                owner.name(), serialNumber, device.enabled().map(MfaDevice.Enabled::since));
    }
}
