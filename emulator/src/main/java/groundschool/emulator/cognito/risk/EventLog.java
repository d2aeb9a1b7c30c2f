package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.logging.LogExport;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Sends what somebody did to where the pool's logs go, whenever it goes a step further.
///
/// Source: [Exporting threat protection user activity
/// logs](https://docs.aws.amazon.com/cognito/latest/developerguide/exporting-quotas-and-usage.html)
final class EventLog {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' uuuu", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private EventLog() {}

    static void tell(Visit visit, AuthEvent event) {
        var all = new LinkedHashMap<String, Object>();
        var context = event.context();
        all.put("version", "1");
        all.put("eventId", event.id());
        all.put("eventType", event.type().name());
        all.put("userSub", event.sub());
        all.put("userName", event.username());
        all.put("userPoolId", visit.pool().id());
        all.put("clientId", event.clientId());
        all.put("creationDate", time(event.at()));
        all.put("eventResponse", event.response().name());
        all.put("riskLevel", event.risk().level().map(AuthEvent.Level::name).orElse(""));
        all.put("riskDecision", decision(event.risk().decision()));
        all.put(
                "challenges",
                event.challenges().stream()
                        .map(each ->
                                Map.of(
                                        "challengeName",
                                        each.name(),
                                        "challengeResponse",
                                        each.success() ? "Success" : "Failure"))
                        .toList());
        all.put("deviceName", context.device().orElse(""));
        all.put("ipAddress", context.ipAddress().orElse(""));
        all.put("requestId", event.requestId());
        all.put("idpName", "");
        all.put("compromisedCredentialDetected", Boolean.toString(event.risk().compromised()));
        all.put("city", "");
        all.put("country", "");
        all.put(
                "eventFeedbackValue",
                event.feedback().map(given -> given.valid() ? "Valid" : "Invalid").orElse(""));
        all.put("eventFeedbackDate", event.feedback().map(given -> time(given.at())).orElse(""));
        all.put(
                "eventFeedbackProvider",
                event.feedback().map(given -> given.provider()).orElse(""));
        all.put("hasContextData", Boolean.toString(context.hasData()));
        LogExport.did(visit, all);
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String decision(AuthEvent.Decision decision) {
        return switch (decision) {
            case NoRisk -> "PASS";
            case AccountTakeover -> "ACCOUNT_TAKEOVER";
            case Block -> "BLOCK";
        };
    }
}
