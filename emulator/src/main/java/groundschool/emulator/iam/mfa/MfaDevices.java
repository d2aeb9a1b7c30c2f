package groundschool.emulator.iam.mfa;

import groundschool.emulator.iam.Identities;
import groundschool.emulator.sandbox.Key;
import groundschool.emulator.sandbox.StoredMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The virtual second factors of an account.
public final class MfaDevices {

    private static final String MARK = ":mfa/";

    private final StoredMap<MfaDevice> devices;

    private MfaDevices(StoredMap<MfaDevice> devices) {
        this.devices = devices;
    }

    /// Those of the account that these identities are in.
    public static MfaDevices in(Identities identities) {
        return new MfaDevices(identities.map("mfa-devices", MfaDevice.class));
    }

    /// All of them, by path and name.
    public Stream<MfaDevice> all() {
        return devices.ascending().map(Map.Entry::getValue);
    }

    /// Those of a user.
    public Stream<MfaDevice> of(String userId) {
        return all().filter(device -> device.isOf(userId));
    }

    /// The device of that serial number.
    public Optional<MfaDevice> find(String serialNumber, String account) {
        var mark = serialNumber.indexOf(MARK);
        return mark < 0
                ? Optional.empty()
                : devices.get(Key.of(serialNumber.substring(mark + MARK.length() - 1)))
                        .filter(device -> device.arn(account).equals(serialNumber));
    }

    public void put(MfaDevice device) {
        devices.put(key(device), device);
    }

    public void remove(MfaDevice device) {
        devices.remove(key(device));
    }

    private static Key key(MfaDevice device) {
        return Key.of(device.path() + device.name());
    }
}
