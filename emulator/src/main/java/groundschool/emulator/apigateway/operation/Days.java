package groundschool.emulator.apigateway.operation;

import groundschool.emulator.apigateway.GatewayErrors;
import java.time.LocalDate;
import java.util.List;

/// Days as clients write them.
final class Days {

    private static final int MOST = 90;

    private Days() {}

    /// @throws AwsException if it is none
    static LocalDate read(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException _) {
            throw GatewayErrors.badRequest("Invalid date format. Use yyyy-MM-dd: " + text);
        }
    }

    /// All from one to another, both included.
    ///
    /// @throws AwsException if there are more than 90
    static List<LocalDate> between(LocalDate first, LocalDate last) {
        if (last.isBefore(first) || first.plusDays(MOST).isBefore(last)) {
            throw GatewayErrors.badRequest("Usage data can be had for up to 90 days.");
        }
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
