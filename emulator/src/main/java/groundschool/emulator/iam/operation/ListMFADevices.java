package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists the second factors of a user; without a name, those of the one who asks.
///
/// Source:
/// [ListMFADevices](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html)
public record ListMFADevices(
        Optional<String> userName, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(List<Shown> mfaDevices, boolean isTruncated, Optional<String> marker) {}

    public record Shown(String userName, String serialNumber, Instant enableDate) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return Accesses.userOrOwn("iam:ListMFADevices", identities, call, userName);
    }

    @Override
    public Response run(Identities identities, Call call) {
        var owner = KeyOwner.of(userName, identities, call);
        var devices = MfaDevices.in(identities).of(owner.userId()).toList();
        var page =
                new Paging("ListMFADevices " + owner.userId(), marker, maxItems)
                        .of(devices, device -> device.arn(call.account()))
                        .map(device ->
                                new Shown(
                                        owner.name(),
                                        device.arn(call.account()),
                                        device.enabled().orElseThrow().since()));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }
}
