package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevice;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The virtual second factor that an operation names, and what IAM is asked about it.
final class VirtualMfa {

    private VirtualMfa() {}

    /// @throws groundschool.emulator.AwsException if there is none of that serial number
    static MfaDevice named(Identities identities, Call call, String serialNumber) {
        return MfaDevices.in(identities)
                .find(serialNumber, call.account())
                .orElseThrow(() -> IamErrors.noMfaDevice(serialNumber));
    }

    /// @param more condition keys besides those of the tags
    static List<Access> access(
            String action,
            Identities identities,
            Call call,
            String serialNumber,
            Map<String, List<String>> more) {
        var keys = new HashMap<String, List<String>>();
        MfaDevices.in(identities)
                .find(serialNumber, call.account())
                .ifPresent(device -> keys.putAll(TagKeys.of(device.tags())));
        keys.putAll(more);
        return List.of(new Access(action, serialNumber, keys));
    }
}
