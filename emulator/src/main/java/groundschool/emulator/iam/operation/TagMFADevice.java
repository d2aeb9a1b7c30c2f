package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.util.List;

/// Gives a virtual second factor tags, or other values to those that it has.
///
/// Source:
/// [TagMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagMFADevice.html)
public record TagMFADevice(String serialNumber, List<Tag> tags) implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return VirtualMfa.access(
                "iam:TagMFADevice", identities, call, serialNumber, TagKeys.requested(tags));
    }

    @Override
    public Done run(Identities identities, Call call) {
        var device = VirtualMfa.named(identities, call, serialNumber);
        MfaDevices.in(identities).put(device.tagged(TagRules.with(device.tags(), tags)));
        return new Done();
    }
}
