package groundschool.emulator.cognito.operation;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.user.Device;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A device, as answers show it.
record DeviceDescription(
        String deviceKey,
        List<Attribute> deviceAttributes,
        Instant deviceCreateDate,
        Instant deviceLastModifiedDate,
        Instant deviceLastAuthenticatedDate) {

    private static final int MOST = 60;

    static DeviceDescription of(Device device) {
        var all = new LinkedHashMap<String, String>();
        all.put("device_status", "valid");
        device.name().ifPresent(name -> all.put("device_name", name));
        device.remembered()
                .ifPresent(is ->
                        all.put(
                                "dev:device_remembered_status",
                                is ? "remembered" : "not_remembered"));
        all.put("last_ip_used", device.address());
        return new DeviceDescription(
                device.key(),
                Attribute.list(all),
                device.createdAt(),
                device.modifiedAt(),
                device.authenticatedAt());
    }

    /// A page of somebody's devices.
    record Listed(List<DeviceDescription> devices, Optional<String> paginationToken) {

        static Listed of(List<Device> all, Optional<Integer> limit, Optional<String> token) {
            var page =
                    Pages.of(
                            all, Device::key, token, limit.filter(count -> count > 0).orElse(MOST));
            return new Listed(
                    page.entries().stream().map(DeviceDescription::of).toList(), page.next());
        }
    }

    /// @throws groundschool.emulator.AwsException if the pool knows no devices
    static void checkTracking(Pool pool) {
        if (pool.settings().deviceConfiguration().isEmpty()) {
            throw CognitoErrors.of(
                    "InvalidUserPoolConfigurationException",
                    "Device tracking is not enabled for the user pool.");
        }
    }
}
