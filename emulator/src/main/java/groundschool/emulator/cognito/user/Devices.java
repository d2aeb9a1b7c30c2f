package groundschool.emulator.cognito.user;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.sandbox.JsonFormat;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.Storage;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The devices of the people of one pool.
///
/// Source: [Working with user
/// devices](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-device-tracking.html)
public final class Devices {

    /// "Devices per user: 50"; the one not seen for longest makes room.
    private static final int MOST_PER_USER = 50;

    private static final String BETWEEN = "\n";
    private static final String BEYOND = "\u000b";

    private final Pool pool;
    private final StoredMap<Device> devices;

    public Devices(Pool pool, Storage storage) {
        this.pool = pool;
        this.devices =
                storage.map("cognito-idp/devices/" + pool.id(), new JsonFormat<>(Device.class));
    }

    /// What SRP calls the devices of a pool.
    public static String group(Pool pool) {
        return "-" + pool.shortName();
    }

    /// A key for a device that nobody knows yet.
    public static String newKey(Pool pool) {
        return pool.region() + "_" + UUID.randomUUID();
    }

    public Optional<Device> find(User user, String key) {
        return devices.get(key(user, key));
    }

    /// @throws groundschool.emulator.AwsException if the user has no such device
    public Device named(User user, String key) {
        return find(user, key).orElseThrow(() -> CognitoErrors.resourceNotFound("Device"));
    }

    /// All of somebody, by key.
    public List<Device> of(User user) {
        var start = pool.folded(user.username());
        return devices.ascending(
                        Optional.of(Key.of(start + BETWEEN)), Optional.of(Key.of(start + BEYOND)))
                .map(Map.Entry::getValue)
                .toList();
    }

    public void put(User user, Device device) {
        var all = of(user);
        if (find(user, device.key()).isEmpty() && all.size() >= MOST_PER_USER) {
            all.stream()
                    .min(Comparator.comparing(Device::authenticatedAt))
                    .ifPresent(oldest -> remove(user, oldest));
        }
        devices.put(key(user, device.key()), device);
    }

    public void remove(User user, Device device) {
        devices.remove(key(user, device.key()));
    }

    /// Somebody who is gone has none.
    public void forget(User user) {
        of(user).forEach(device -> remove(user, device));
    }

    private Key key(User user, String device) {
        return Key.of(pool.folded(user.username()) + BETWEEN + device);
    }
}
