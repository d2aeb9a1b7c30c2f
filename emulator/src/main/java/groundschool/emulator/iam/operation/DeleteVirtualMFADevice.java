package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.util.List;
import java.util.Map;

/// Removes a virtual second factor that is nobody's.
///
/// Source:
/// [DeleteVirtualMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteVirtualMFADevice.html)
public record DeleteVirtualMFADevice(String serialNumber) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        var keys =
                MfaDevices.in(identities)
                        .find(serialNumber, call.account())
                        .map(device -> TagKeys.of(device.tags()))
                        .orElse(Map.of());
        return List.of(new Access("iam:DeleteVirtualMFADevice", serialNumber, keys));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var devices = MfaDevices.in(identities);
        var device =
                devices.find(serialNumber, call.account())
                        .orElseThrow(() -> IamErrors.noMfaDevice(serialNumber));
        if (device.enabled().isPresent()) {
            throw IamErrors.deleteConflict("MFA VirtualDevice in use. Must deactivate first.");
        }
        devices.remove(device);
        return new Done();
    }
}
