package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.mfa.MfaDevice;
import groundschool.emulator.iam.mfa.MfaDevices;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists virtual second factors, all of them, or those that are somebody's, or nobody's.
///
/// Source:
/// [ListVirtualMFADevices](https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html)
public record ListVirtualMFADevices(
        Optional<String> assignmentStatus, Optional<String> marker, Optional<Integer> maxItems)
        implements IamOperation {

    public record Response(
            List<Shown> virtualMFADevices, boolean isTruncated, Optional<String> marker) {}

    /// @param user whose it is
    public record Shown(
            String serialNumber, Optional<UserDescription> user, Optional<Instant> enableDate) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                Access.to("iam:ListVirtualMFADevices", "arn:aws:iam::" + call.account() + ":mfa/"));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var status = assignmentStatus.orElse("Any");
        var devices = MfaDevices.in(identities).all().filter(device -> is(status, device)).toList();
        var page =
                new Paging("ListVirtualMFADevices " + status, marker, maxItems)
                        .of(devices, device -> device.arn(call.account()))
                        .map(device -> shown(device, identities, call));
        return new Response(page.items(), page.isTruncated(), page.marker());
    }

    private static boolean is(String status, MfaDevice device) {
        return switch (status) {
            case "Assigned" -> device.enabled().isPresent();
            case "Unassigned" -> device.enabled().isEmpty();
            default -> true;
        };
    }

    private static Shown shown(MfaDevice device, Identities identities, Call call) {
        return new Shown(
                device.arn(call.account()),
                device.enabled()
                        .flatMap(holder -> identities.userOfId(holder.userId()))
                        .map(user -> UserDescription.inList(user, call.account())),
                device.enabled().map(MfaDevice.Enabled::since));
    }
}
