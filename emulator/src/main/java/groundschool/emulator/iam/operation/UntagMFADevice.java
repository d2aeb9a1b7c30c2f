package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.util.List;
import java.util.Map;

/// Takes tags off a virtual second factor. Keys that it does not have do no harm.
///
/// Source:
/// [UntagMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagMFADevice.html)
public record UntagMFADevice(String serialNumber, List<String> tagKeys) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return VirtualMfa.access(
                "iam:UntagMFADevice",
                identities,
                call,
                serialNumber,
                Map.of("aws:TagKeys", tagKeys));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var device = VirtualMfa.named(identities, call, serialNumber);
        MfaDevices.in(identities).put(device.tagged(TagRules.without(device.tags(), tagKeys)));
        return new Done();
    }
}
