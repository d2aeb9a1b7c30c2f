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
        Optional<String> idToken) {}
