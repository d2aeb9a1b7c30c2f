package groundschool.lab;

import groundschool.emulator.iam.DecisionTrace;
import groundschool.emulator.sandbox.Ledger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A call as a page shows it.
public record CallView(Ledger.Entry call, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final Map<String, String> UNITS =
            Map.of("ReadCapacityUnits", "RCU", "WriteCapacityUnits", "WCU");

    /// On the sandbox's clock.
    public String time() {
        return TIME.format(call.at().atZone(zone));
    }

    /// What it was about: the last parts of the ARNs.
    public String resources() {
        return call.resources().stream()
                .map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public boolean refused() {
        return call.error().isPresent();
    }

    /// The error's code, or that it was answered.
    public String outcome() {
        return call.error().map(Ledger.Failure::code).orElse("Answered");
    }

    /// The error's message; empty if there was none.
    public String message() {
        return call.error().map(Ledger.Failure::message).orElse("");
    }

    /// Whether IAM refused it.
    public boolean denied() {
        return outcome().startsWith("AccessDenied") && !call.trace().isEmpty();
    }

    /// How IAM decided, if that was worked out.
    public List<DecisionView> decisions() {
        return DecisionTrace.read(call.trace()).stream().map(DecisionView::new).toList();
    }

    /// Why something of it was throttled, each reason once; empty if nothing was.
    public List<String> throttles() {
        return call.effect().throttles().stream()
                .map(each -> each.split(" ", 2)[0])
                .distinct()
                .toList();
    }

    /// The keys that it was about, the first few; empty if it was about no items.
    public String keys() {
        return String.join("; ", call.effect().keys());
    }

    /// The capacity that it took, such as `1.5 RCU`.
    public String capacity() {
        return call.usage().entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                each -> unit(each.getKey()),
                                java.util.TreeMap::new,
                                Collectors.summingDouble(Map.Entry::getValue)))
                .entrySet()
                .stream()
                .map(each -> plain(each.getValue()) + " " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    public String took() {
        return milliseconds(call.took());
    }

    private static String unit(String usage) {
        var unit = usage.split(" ", 2)[0];
        return UNITS.getOrDefault(unit, unit);
    }

    private static String plain(double amount) {
        return BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
    }

    private static String milliseconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 6)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + " ms";
    }
}
