package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.login.LoginAddress;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.risk.RiskConfiguration.Mail;
import groundschool.emulator.cognito.risk.RiskConfiguration.NotifyConfiguration;
import groundschool.emulator.cognito.user.User;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes to people of sign-ins that may not be theirs. Only an address that was shown to be the
/// user's own is written to.
///
/// Source: [Message
/// templates](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-templates.html)
final class Notices {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' uuuu", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final String DETAILS =
            """
            Time: {login-time}
            Device: {device-name}
            Address: {ip-address}

            It was you: {one-click-link-valid}
            It was not you: {one-click-link-invalid}
            """;

    private Notices() {}

    /// What became of the sign-in.
    enum Kind {
        BLOCKED(
                "A sign-in was blocked",
                "Somebody tried to sign in as {username} and was kept out.\n\n"),
        SECOND_FACTOR(
                "A new sign-in",
                "Somebody signs in as {username} in an unusual way, and was asked for a second factor.\n\n"),
        ALLOWED("A new sign-in", "Somebody has signed in as {username} in an unusual way.\n\n");

        private final String subject;
        private final String beginning;

        Kind(String subject, String beginning) {
            this.subject = subject;
            this.beginning = beginning;
        }

        static Kind of(boolean isBlocked, boolean asksMore) {
            return isBlocked ? BLOCKED : asksMore ? SECOND_FACTOR : ALLOWED;
        }

        private Optional<Mail> in(NotifyConfiguration all) {
            return switch (this) {
                case BLOCKED -> all.blockEmail();
                case SECOND_FACTOR -> all.mfaEmail();
                case ALLOWED -> all.noActionEmail();
            };
        }
    }

    static void send(
            Visit visit, User user, AuthEvent event, Kind kind, RiskConfiguration configuration) {
        if (!user.hasVerified("email")) {
            return;
        }
        var notify =
                configuration
                        .accountTakeoverRiskConfiguration()
                        .flatMap(RiskConfiguration.AccountTakeover::notifyConfiguration);
        var mail =
                notify.flatMap(kind::in)
                        .orElseGet(() ->
                                new Mail(
                                        kind.subject,
                                        Optional.empty(),
                                        Optional.of(kind.beginning + DETAILS)));
        var isHtml = mail.textBody().isEmpty();
        var values = values(visit, user, event);
        Messages.notify(
                visit,
                user,
                Delivery.to("email", user.attribute("email").orElseThrow()),
                notify.flatMap(NotifyConfiguration::from),
                filled(mail.subject(), values, false),
                filled(mail.textBody().or(mail::htmlBody).orElse(""), values, isHtml));
    }

    private static Map<String, String> values(Visit visit, User user, AuthEvent event) {
        var context = event.context();
        var token = visit.change(pools -> FeedbackToken.make(event, visit.pool(), pools));
        var values = new LinkedHashMap<String, String>();
        values.put("{username}", user.username());
        values.put("{ip-address}", context.ipAddress().orElse("unknown"));
        values.put("{city}", "unknown");
        values.put("{country}", "unknown");
        values.put("{login-time}", TIME.format(Instant.ofEpochMilli(event.at().toEpochMilli())));
        values.put("{device-name}", context.device().orElse("unknown"));
        values.put("{event-id}", event.id());
        values.put("{feedback-token}", token);
        values.put("{one-click-link-valid}", link(visit, user, event, token, "Valid"));
        values.put("{one-click-link-invalid}", link(visit, user, event, token, "Invalid"));
        return values;
    }

    /// "You must already have a domain configured for your user pool."
    private static String link(
            Visit visit, User user, AuthEvent event, String token, String value) {
        return visit.pool().domain().isEmpty()
                ? ""
                : LoginAddress.of(visit.pool(), visit.call().services().address())
                        + "/authEventFeedback?user_name=%s&event_id=%s&feedback=%s&feedback_token=%s"
                                .formatted(
                                        URLEncoder.encode(user.username(), StandardCharsets.UTF_8),
                                        event.id(),
                                        value,
                                        URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private static String filled(String text, Map<String, String> values, boolean isHtml) {
        var all = text;
        for (var each : values.entrySet()) {
            all = all.replace(each.getKey(), isHtml ? escaped(each.getValue()) : each.getValue());
        }
        return all;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
