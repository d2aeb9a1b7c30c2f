package groundschool.emulator.apigatewayv2;

import java.time.Instant;

/// Times as HTTP APIs write them.
public final class Times {

    private Times() {}

    public static String text(Instant time) {
        return time.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    }
}
