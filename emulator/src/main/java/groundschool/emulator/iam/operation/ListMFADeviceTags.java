package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists the tags of a virtual second factor.
///
/// Source:
/// [ListMFADeviceTags](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADeviceTags.html)
public record ListMFADeviceTags(
        String serialNumber, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    @Override
    public List<Access> access(Identities identities, Call call) {
        return VirtualMfa.access("iam:ListMFADeviceTags", identities, call, serialNumber, Map.of());
    }

    @Override
    public TagPage run(Identities identities, Call call) {
        var device = VirtualMfa.named(identities, call, serialNumber);
        return TagPage.of(
                new Paging("ListMFADeviceTags " + serialNumber, marker, maxItems), device.tags());
    }
}
