package groundschool.emulator.iam.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.iam.IamErrors;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.iam.identity.Tag;
import groundschool.emulator.iam.mfa.MfaDevice;
import groundschool.emulator.iam.mfa.MfaDevices;
import groundschool.emulator.iam.mfa.QrCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Makes a virtual second factor, and shows its seed, this once.
///
/// Source:
/// [CreateVirtualMFADevice](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html)
public record CreateVirtualMFADevice(
        Optional<String> path, String virtualMFADeviceName, Optional<List<Tag>> tags)
        implements IamOperation {

    /// As many as users can have among them.
    private static final int MOST = Quotas.USERS * Quotas.MFA_DEVICES_PER_USER;

    public record Response(Created virtualMFADevice) {}

    /// @param base32StringSeed its characters
    /// @param qrCodePNG a picture of the seed
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to the wire
    public record Created(
            String serialNumber,
            byte[] base32StringSeed,
            byte[] qrCodePNG,
            Optional<List<Tag>> tags) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of(
                new Access(
                        "iam:CreateVirtualMFADevice",
                        "arn:aws:iam::%s:mfa%s%s"
                                .formatted(call.account(), path.orElse("/"), virtualMFADeviceName),
                        TagKeys.requested(tags.orElse(List.of()))));
    }

    @Override
    public Response run(Identities identities, Call call) {
        var devices = MfaDevices.in(identities);
        var device =
                MfaDevice.fresh(
                        path.orElse("/"),
                        virtualMFADeviceName,
                        TagRules.checked(tags),
                        call.random());
        var serialNumber = device.arn(call.account());
        if (devices.find(serialNumber, call.account()).isPresent()) {
            throw IamErrors.alreadyExists("MFA device already exists.");
        }
        Quotas.requireRoom("VirtualMFADevicesPerAccount", devices.all().count(), MOST);
        devices.put(device);
        var account = identities.settings().alias().orElse(call.account());
        return new Response(
                new Created(
                        serialNumber,
                        device.seed().getBytes(StandardCharsets.US_ASCII),
                        QrCode.png(device, account),
                        tags.filter(all -> !all.isEmpty())));
    }
}
