package groundschool.emulator.cognito.message;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.logging.LogExport;
import groundschool.emulator.cognito.login.LoginAddress;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import groundschool.emulator.cognito.user.User;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What pools write to people, in the owner's words or in ours, and in those of the trigger
/// CustomMessage.
///
/// Source: [Message
/// customizations](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-message-customizations.html)
public final class Messages {

    private static final String SENDER = "no-reply@verificationemail.com";
    private static final Pattern UNDELIVERABLE =
            Pattern.compile("(bounce|suppressionlist)(\\+.*)?@simulator\\.amazonses\\.com");
    private static final Pattern LINK = Pattern.compile("\\{##(.+?)##\\}");

    private Messages() {}

    /// Why something is written.
    public enum Occasion {
        SIGN_UP("CustomMessage_SignUp"),
        INVITATION("CustomMessage_AdminCreateUser"),
        RESEND("CustomMessage_ResendCode"),
        FORGOT_PASSWORD("CustomMessage_ForgotPassword"),
        UPDATED_ATTRIBUTE("CustomMessage_UpdateUserAttribute"),
        VERIFY_ATTRIBUTE("CustomMessage_VerifyUserAttribute"),
        SIGN_IN("CustomMessage_Authentication");

        private final String source;

        Occasion(String source) {
            this.source = source;
        }

        /// As all triggers call it, after what they are for.
        private String named() {
            return source.substring(source.indexOf('_') + 1);
        }
    }

    /// @param secret the code, or the temporary password, that stands for `{####}`
    public static void send(
            Visit visit, User user, Occasion occasion, Delivery delivery, String secret) {
        if (CustomSender.took(visit, user, occasion.named(), delivery, secret)
                || isUndeliverable(visit, delivery)) {
            return;
        }
        var plain = plain(visit.pool(), occasion, delivery.medium().equals("EMAIL"));
        var worded = customized(visit, user, occasion, delivery, plain);
        var link = link(visit, user, occasion, secret);
        var body = filled(worded.body(), user.username(), secret, link);
        visit.change(pools -> {
            pools.inbox()
                    .add(
                            new Message(
                                    0,
                                    visit.now(),
                                    visit.pool().id(),
                                    user.username(),
                                    delivery.medium(),
                                    delivery.to(),
                                    sender(visit.pool(), delivery),
                                    delivery.medium().equals("EMAIL")
                                            ? filled(
                                                    worded.subject(), user.username(), secret, link)
                                            : "",
                                    body,
                                    body.contains(secret) && !link.contains("confirmation_code")
                                            ? Optional.of(secret)
                                            : Optional.empty()));
            return true;
        });
    }

    /// Addresses by which Amazon SES lets one try what happens when mail does not arrive: they get
    /// none here either, and the pool's log of errors says so.
    ///
    /// Source: [Using the mailbox
    /// simulator](https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator)
    private static boolean isUndeliverable(Visit visit, Delivery delivery) {
        if (!UNDELIVERABLE.matcher(delivery.to()).matches()) {
            return false;
        }
        LogExport.undelivered(
                visit, "The message to %s could not be delivered.".formatted(delivery.hidden()));
        return true;
    }

    /// Sends words that are ready, and have no code in them.
    ///
    /// @param from absent for the pool's own sender
    public static void notify(
            Visit visit,
            User user,
            Delivery delivery,
            Optional<String> from,
            String subject,
            String body) {
        if (CustomSender.took(visit, user, "AccountTakeOverNotification", delivery, body)
                || isUndeliverable(visit, delivery)) {
            return;
        }
        var message =
                new Message(
                        0,
                        visit.now(),
                        visit.pool().id(),
                        user.username(),
                        delivery.medium(),
                        delivery.to(),
                        from.orElseGet(() -> sender(visit.pool(), delivery)),
                        subject,
                        body,
                        Optional.empty());
        visit.change(pools -> {
            pools.inbox().add(message);
            return true;
        });
    }

    private record Worded(String subject, String body) {}

    private static String sender(Pool pool, Delivery delivery) {
        return delivery.medium().equals("EMAIL")
                ? pool.settings().emailConfiguration().from().orElse(SENDER)
                : "";
    }

    private static Worded plain(Pool pool, Occasion occasion, boolean byEmail) {
        var settings = pool.settings();
        var template = settings.verificationMessageTemplate();
        return switch (occasion) {
            case INVITATION -> {
                var invite = settings.adminCreateUserConfig().inviteMessageTemplate();
                yield new Worded(
                        invite.flatMap(PoolSettings.MessageTemplate::emailSubject)
                                .orElse("Your temporary password"),
                        invite.flatMap(
                                        byEmail
                                                ? PoolSettings.MessageTemplate::emailMessage
                                                : PoolSettings.MessageTemplate::sMSMessage)
                                .orElse(
                                        "Your username is {username} and temporary password is {####}. "));
            }
            case SIGN_IN ->
                    new Worded(
                            pool.mfa()
                                    .email()
                                    .flatMap(Pool.EmailMfa::subject)
                                    .orElse("Your authentication code"),
                            (byEmail
                                            ? pool.mfa().email().flatMap(Pool.EmailMfa::message)
                                            : settings.smsAuthenticationMessage())
                                    .orElse("Your authentication code is {####}. "));
            case FORGOT_PASSWORD ->
                    new Worded(
                            template.emailSubject()
                                    .or(settings::emailVerificationSubject)
                                    .orElse("Your verification code"),
                            "Your password reset code is {####}. ");
            case SIGN_UP, RESEND, UPDATED_ATTRIBUTE, VERIFY_ATTRIBUTE ->
                    byEmail && isByLink(pool, occasion)
                            ? new Worded(
                                    template.emailSubjectByLink().orElse("Your verification link"),
                                    template.emailMessageByLink()
                                            .orElse(
                                                    "Please click the link below to verify your email address. {##Verify Email##} "))
                            : new Worded(
                                    template.emailSubject()
                                            .or(settings::emailVerificationSubject)
                                            .orElse("Your verification code"),
                                    (byEmail
                                                    ? template.emailMessage()
                                                            .or(settings::emailVerificationMessage)
                                                    : template.smsMessage()
                                                            .or(settings::smsVerificationMessage))
                                            .orElse("Your confirmation code is {####} "));
        };
    }

    private static boolean isByLink(Pool pool, Occasion occasion) {
        return pool.settings()
                        .verificationMessageTemplate()
                        .defaultEmailOption()
                        .equals(Optional.of("CONFIRM_WITH_LINK"))
                && (occasion == Occasion.SIGN_UP || occasion == Occasion.RESEND);
    }

    /// Where a link leads that confirms who signed up; empty if there is none.
    private static String link(Visit visit, User user, Occasion occasion, String secret) {
        return isByLink(visit.pool(), occasion) && visit.pool().pages().isPresent()
                ? LoginAddress.of(visit.pool(), visit.call().services().address())
                        + "/confirmUser?client_id=%s&user_name=%s&confirmation_code=%s"
                                .formatted(visit.clientId(), user.username(), secret)
                : "";
    }

    private static String filled(String text, String username, String secret, String link) {
        return LINK.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + ": " + link))
                .replace("{username}", username)
                .replace("{####}", secret);
    }

    private static Worded customized(
            Visit visit, User user, Occasion occasion, Delivery delivery, Worded plain) {
        var request = new LinkedHashMap<String, Object>();
        request.put("codeParameter", "{####}");
        request.put("linkParameter", "{##Click Here##}");
        if (occasion == Occasion.INVITATION) {
            request.put("usernameParameter", "{username}");
        }
        var answer = Triggers.ask(visit, Trigger.CUSTOM_MESSAGE, occasion.source, user, request);
        if (answer.isEmpty()) {
            return plain;
        }
        var byEmail = delivery.medium().equals("EMAIL");
        var body = answer.get().path(byEmail ? "emailMessage" : "smsMessage").asString("");
        var subject = answer.get().path("emailSubject").asString("");
        if (!body.isEmpty() && !body.contains("{####}") && !LINK.matcher(body).find()) {
            throw CognitoErrors.lambdaAnswer(
                    "Custom message does not have the required placeholder {####}");
        }
        return new Worded(
                subject.isEmpty() ? plain.subject() : subject,
                body.isEmpty() ? plain.body() : body);
    }
}
