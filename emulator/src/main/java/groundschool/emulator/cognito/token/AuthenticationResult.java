package groundschool.emulator.cognito.token;

import java.util.Optional;

/// The tokens that somebody gets.
///
/// @param expiresIn seconds that the access token lasts
public record AuthenticationResult(
        String accessToken,
        int expiresIn,
        String tokenType,
        Optional<String> refreshToken,
        Optional<String> idToken,
        Optional<NewDeviceMetadata> newDeviceMetadata) {

    /// What a device that is not known yet is called, so that it can have itself known.
    public record NewDeviceMetadata(String deviceKey, String deviceGroupKey) {}

    /// The same for a device that is not known yet.
    public AuthenticationResult on(NewDeviceMetadata device) {
        return new AuthenticationResult(
                accessToken, expiresIn, tokenType, refreshToken, idToken, Optional.of(device));
    }
}
