package groundschool.emulator.cognito.message;

import java.time.Instant;
import java.util.Optional;

/// What a pool would have sent to somebody, by e-mail or to a telephone.
///
/// @param medium `EMAIL` or `SMS`
/// @param to the address, or the number
/// @param subject empty for a telephone
/// @param code what is to be typed; absent if there is none in it
public record Message(
        long number,
        Instant at,
        String userPoolId,
        String username,
        String medium,
        String to,
        String from,
        String subject,
        String body,
        Optional<String> code) {}
