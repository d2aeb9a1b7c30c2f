package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Hashes;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.message.Delivery;
import groundschool.emulator.cognito.message.Messages;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.risk.Watch;
import groundschool.emulator.cognito.user.Attempts;
import groundschool.emulator.cognito.user.Codes;
import groundschool.emulator.cognito.user.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The second factor: codes of an authenticator application, by SMS or by e-mail.
///
/// Source: [Adding MFA to a user
/// pool](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html)
final class SecondFactor {

    private static final String TOKEN = "SOFTWARE_TOKEN_MFA";
    private static final String SMS = "SMS_MFA";
    private static final String EMAIL = "EMAIL_OTP";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SecondFactor() {}

    /// Whether somebody could show one, whether or not the pool wants that.
    static boolean hasOne(Visit visit, User user) {
        return !possible(visit.pool(), user).isEmpty();
    }

    /// What is asked of somebody who has shown the first factor. Where that was unusual, a device
    /// that is known does not stand for the second.
    static Step next(Visit visit, User user) {
        var mode = visit.pool().settings().mfaConfiguration();
        if (isUnusual(visit) && hasOne(visit, user)) {
            return any(visit, user, possible(visit.pool(), user));
        }
        var device = DeviceFlow.known(visit, user);
        if (device.isPresent() && (mode.equals("OFF") || DeviceFlow.isFactor(visit.pool()))) {
            return DeviceFlow.ask(visit, user, device.get());
        }
        if (mode.equals("OFF")) {
            return Step.Done.of(visit, user);
        }
        var factors = factors(visit.pool(), user, mode.equals("ON"));
        if (!factors.isEmpty()) {
            return any(visit, user, factors);
        }
        return mode.equals("ON") ? setUp(visit, user) : Step.Done.of(visit, user);
    }

    /// The same for somebody who has answered functions' challenges, after which pools ask no more
    /// unless that was unusual.
    static Step afterChallenges(Visit visit, User user) {
        return isUnusual(visit) ? next(visit, user) : Step.Done.of(visit, user);
    }

    private static boolean isUnusual(Visit visit) {
        return visit.watch().filter(watch -> watch.wish() != Watch.Wish.USUAL).isPresent();
    }

    /// Those by which somebody can be asked: whichever they chose, or else whatever can be.
    ///
    /// Source:
    /// [AccountTakeoverActionType](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AccountTakeoverActionType.html)
    private static List<String> possible(Pool pool, User user) {
        var chosen = factors(pool, user, false);
        if (!chosen.isEmpty()) {
            return chosen;
        }
        var all = new ArrayList<String>();
        if (isKnown(pool, TOKEN) && user.factors().seed().isPresent()) {
            all.add(TOKEN);
        }
        if (isKnown(pool, SMS) && user.attribute("phone_number").isPresent()) {
            all.add(SMS);
        }
        if (isKnown(pool, EMAIL) && user.attribute("email").isPresent()) {
            all.add(EMAIL);
        }
        return all;
    }

    /// The one that the user likes best, or whichever they choose.
    private static Step any(Visit visit, User user, List<String> factors) {
        var preferred = user.factors().preferred().filter(factors::contains);
        return preferred.isPresent() || factors.size() == 1
                ? ask(visit, user, preferred.orElseGet(factors::getFirst))
                : choose(visit, user, factors);
    }

    /// Those that somebody has and the pool knows.
    private static List<String> factors(Pool pool, User user, boolean isRequired) {
        var all = new ArrayList<String>();
        for (var factor : user.factors().active()) {
            if (isKnown(pool, factor)) {
                all.add(factor);
            }
        }
        if (all.isEmpty()
                && isRequired
                && pool.mfa().sms()
                && user.attribute("phone_number").isPresent()) {
            all.add(SMS);
        }
        return all;
    }

    private static boolean isKnown(Pool pool, String factor) {
        return switch (factor) {
            case TOKEN -> pool.mfa().softwareToken();
            case EMAIL -> pool.mfa().email().isPresent();
            default -> pool.mfa().sms();
        };
    }

    private static Step choose(Visit visit, User user, List<String> factors) {
        var session = begin(visit, user, "SELECT_MFA_TYPE", Map.of());
        return Step.Challenge.of(
                "SELECT_MFA_TYPE",
                session,
                Map.of(
                        "USER_ID_FOR_SRP", user.username(),
                        "MFAS_CAN_CHOOSE", JSON.writeValueAsString(factors)));
    }

    private static Step setUp(Visit visit, User user) {
        if (!visit.pool().mfa().softwareToken()) {
            throw CognitoErrors.invalid(
                    "User does not have delivery config set to turn on SMS_MFA");
        }
        var session = begin(visit, user, "MFA_SETUP", Map.of());
        return Step.Challenge.of(
                "MFA_SETUP",
                session,
                Map.of(
                        "USER_ID_FOR_SRP", user.username(),
                        "MFAS_CAN_SETUP", JSON.writeValueAsString(List.of(TOKEN))));
    }

    /// Asks for one of them.
    private static Step ask(Visit visit, User user, String factor) {
        if (factor.equals(TOKEN)) {
            var session = begin(visit, user, TOKEN, Map.of());
            var parameters = new HashMap<String, String>();
            parameters.put("USER_ID_FOR_SRP", user.username());
            parameters.put("FRIENDLY_DEVICE_NAME", "");
            return Step.Challenge.of(TOKEN, session, parameters);
        }
        return send(visit, user, factor);
    }

    /// Sends a code to the user's own address, and asks for it.
    ///
    /// @param challenge which also may be the first factor
    static Step send(Visit visit, User user, String challenge) {
        var attribute = challenge.equals(EMAIL) ? "email" : "phone_number";
        var address =
                user.attribute(attribute)
                        .orElseThrow(() ->
                                CognitoErrors.invalid(
                                        "User does not have delivery config set to turn on "
                                                + challenge));
        var digits = visit.change(pools -> Codes.digits(pools.random()));
        var session = begin(visit, user, challenge, Map.of("code", digits));
        var delivery = Delivery.to(attribute, address);
        Messages.send(visit, user, Messages.Occasion.SIGN_IN, delivery, digits);
        return Step.Challenge.of(
                challenge,
                session,
                Map.of(
                        "USER_ID_FOR_SRP", user.username(),
                        "CODE_DELIVERY_DELIVERY_MEDIUM", delivery.medium(),
                        "CODE_DELIVERY_DESTINATION", delivery.hidden()));
    }

    static String begin(Visit visit, User user, String asked, Map<String, String> data) {
        return visit.change(pools ->
                pools.sessions(visit.pool())
                        .begin(
                                visit.clientId(),
                                Optional.of(user.username()),
                                asked,
                                visit.remembering(data),
                                List.of(),
                                visit.application().settings().sessions(),
                                visit.now()));
    }

    /// A code that was sent: the session stays good while it is wrong, for some tries.
    static User answerCode(Visit visit, AuthSession session, User user, String code) {
        count(visit, user);
        if (!Hashes.same(session.get("code"), code)) {
            ThreatProtection.answered(visit, user, false);
            throw CognitoErrors.codeMismatch("Invalid code or auth state for the user.");
        }
        return right(visit, session, user);
    }

    /// A code of the authenticator application, which is taken once.
    static User answerToken(Visit visit, AuthSession session, User user, String code) {
        count(visit, user);
        var seed = user.factors().seed().orElseThrow(CognitoErrors::sessionInvalid);
        var step = SoftwareTokens.step(seed, code, visit.call().clock().now());
        if (step.isEmpty()) {
            ThreatProtection.answered(visit, user, false);
            throw CognitoErrors.codeMismatch("Invalid code received for user");
        }
        var used =
                visit.change(pools -> {
                    var users = pools.users(visit.pool());
                    var current = users.named(user.username());
                    if (current.factors()
                            .lastStep()
                            .filter(last -> last >= step.get())
                            .isPresent()) {
                        throw CognitoErrors.codeExpired(
                                "Your software token has already been used once.");
                    }
                    var next =
                            current.with(current.factors().used(step.get()), current.modifiedAt());
                    users.put(next);
                    return next;
                });
        return right(visit, session, used);
    }

    private static void count(Visit visit, User user) {
        visit.change(pools -> {
            pools.attempts(visit.pool())
                    .count(Attempts.Kind.SECOND_FACTOR, user.username(), visit.now());
            return true;
        });
    }

    private static User right(Visit visit, AuthSession session, User user) {
        visit.change(pools -> {
            pools.sessions(visit.pool()).close(session);
            pools.attempts(visit.pool()).forget(Attempts.Kind.SECOND_FACTOR, user.username());
            return true;
        });
        ThreatProtection.answered(visit, user, true);
        return user;
    }

    /// Somebody has chosen a factor.
    static Step answerChoice(Visit visit, AuthSession session, User user, String answer) {
        var asked =
                isUnusual(visit) ? possible(visit.pool(), user) : factors(visit.pool(), user, true);
        if (!asked.contains(answer)) {
            throw CognitoErrors.invalid("Invalid MFA type selected: " + answer);
        }
        visit.change(pools -> {
            pools.sessions(visit.pool()).close(session);
            return true;
        });
        return ask(visit, user, answer);
    }
}
