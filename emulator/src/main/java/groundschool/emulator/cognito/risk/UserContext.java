package groundschool.emulator.cognito.risk;

import groundschool.emulator.Caller;
import java.util.Optional;

/// What is known of where a request comes from that is about to sign somebody in.
///
/// Unlike AWS, which finds the city and the country of an address, the emulator knows neither.
///
/// @param ipAddress that the user has
/// @param device what the user sits at, such as `Firefox 145, Linux`
/// @param deviceId the same whenever the device is
/// @param timezone such as `+01:00`
/// @param hasData whether the application told anything
public record UserContext(
        Optional<String> ipAddress,
        Optional<String> device,
        Optional<String> deviceId,
        Optional<String> timezone,
        boolean hasData) {

    /// That of somebody between whom and the pool a server stands that tells nothing.
    public static final UserContext UNKNOWN =
            new UserContext(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /// That of somebody who calls directly.
    public static UserContext of(Caller caller) {
        return UNKNOWN.at(Optional.of(caller.source())).by(caller.userAgent());
    }

    /// The same at an address; a text that is none changes nothing.
    public UserContext at(Optional<String> address) {
        var known = address.filter(text -> IpRange.address(text).isPresent());
        return new UserContext(known.or(() -> ipAddress), device, deviceId, timezone, hasData);
    }

    /// The same by a browser; empty if it has no name.
    public UserContext by(String userAgent) {
        return userAgent.isEmpty()
                ? this
                : new UserContext(
                        ipAddress,
                        Optional.of(DeviceName.of(userAgent)),
                        Optional.of(DeviceName.withoutVersion(userAgent)),
                        timezone,
                        hasData);
    }

    /// The same with what the application collected of the device.
    public UserContext with(Optional<String> encoded) {
        var data = encoded.flatMap(EncodedData::read);
        return new UserContext(
                ipAddress,
                data.flatMap(EncodedData::device).or(() -> device),
                data.flatMap(EncodedData::id).or(() -> deviceId),
                data.flatMap(EncodedData::timezone).or(() -> timezone),
                true);
    }

    /// Whether there is anything to compare.
    boolean isKnown() {
        return ipAddress.isPresent() || deviceId.isPresent();
    }
}
