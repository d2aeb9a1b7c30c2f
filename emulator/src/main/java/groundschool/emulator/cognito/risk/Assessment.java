package groundschool.emulator.cognito.risk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How likely it is that a sign-in is not the user's.
///
/// Unlike AWS, whose models nobody outside knows, the emulator counts, so that the same always
/// comes to the same: one for an address and one for a device from which the user has not signed in
/// before, one for three wrong passwords or codes in the hour before and since the last sign-in,
/// and another from six on. One is a low risk, two a medium one, three a high one. Where the user
/// has said of an address or a device that it was somebody else, the risk is high. The first
/// sign-in of all is none, since nothing is known that it could differ from.
final class Assessment {

    private static final Duration RECENT = Duration.ofHours(1);
    private static final int SOME_FAILURES = 3;
    private static final int MANY_FAILURES = 6;

    private Assessment() {}

    /// @param before what the user did, the newest first
    /// @return nothing if there is no risk
    static Optional<AuthEvent.Level> level(
            List<AuthEvent> before, UserContext context, Instant now) {
        var signIns =
                before.stream().filter(event -> event.type() == AuthEvent.Type.SignIn).toList();
        if (isDenied(signIns, context)) {
            return Optional.of(AuthEvent.Level.High);
        }
        var trusted = signIns.stream().filter(AuthEvent::isTrusted).toList();
        int points = failures(signIns, now);
        if (!trusted.isEmpty()) {
            points += isNew(trusted, context, UserContext::ipAddress);
            points += isNew(trusted, context, UserContext::deviceId);
        }
        return switch (points) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(AuthEvent.Level.Low);
            case 2 -> Optional.of(AuthEvent.Level.Medium);
            default -> Optional.of(AuthEvent.Level.High);
        };
    }

    /// The last word on an address or a device counts.
    private static boolean isDenied(List<AuthEvent> signIns, UserContext context) {
        return isLastDenied(signIns, context, UserContext::ipAddress)
                || isLastDenied(signIns, context, UserContext::deviceId);
    }

    private static boolean isLastDenied(
            List<AuthEvent> signIns,
            UserContext context,
            Function<UserContext, Optional<String>> part) {
        return signIns.stream()
                .filter(event -> part.apply(context).isPresent())
                .filter(event -> part.apply(event.context()).equals(part.apply(context)))
                .filter(event -> event.feedback().isPresent())
                .findFirst()
                .filter(AuthEvent::isDenied)
                .isPresent();
    }

    private static int isNew(
            List<AuthEvent> trusted,
            UserContext context,
            Function<UserContext, Optional<String>> part) {
        return part.apply(context).isPresent()
                        && trusted.stream()
                                .noneMatch(event ->
                                        part.apply(event.context()).equals(part.apply(context)))
                ? 1
                : 0;
    }

    private static int failures(List<AuthEvent> signIns, Instant now) {
        long count =
                signIns.stream()
                        .takeWhile(event -> event.response() != AuthEvent.Response.Pass)
                        .filter(event -> event.response() == AuthEvent.Response.Fail)
                        .filter(event -> event.at().isAfter(now.minus(RECENT)))
                        .count();
        return count >= MANY_FAILURES ? 2 : count >= SOME_FAILURES ? 1 : 0;
    }
}
