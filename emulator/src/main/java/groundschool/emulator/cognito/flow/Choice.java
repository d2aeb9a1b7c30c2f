package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.pool.PoolSettings;
import groundschool.emulator.cognito.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Signing in by what one chooses: a password, a passkey, or a code that is sent.
///
/// Source: [Choice-based
/// sign-in](https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html)
public final class Choice {

    private static final List<String> BY_CODE = List.of("EMAIL_OTP", "SMS_OTP");

    private Choice() {}

    /// @param preferred the challenge that the client would like
    public static Step begin(
            Visit visit, String username, Optional<String> preferred, Map<String, String> given) {
        var user = People.find(visit, username);
        People.askBefore(visit, username, user);
        user.ifPresent(People::checkConfirmed);
        var available = available(visit, user);
        if (preferred.isPresent() && available.contains(preferred.get()) && user.isPresent()) {
            return chosen(visit, user.get(), preferred.get(), given);
        }
        var session =
                visit.change(pools ->
                        pools.sessions(visit.pool())
                                .begin(
                                        visit.clientId(),
                                        user.map(User::username),
                                        "SELECT_CHALLENGE",
                                        Map.of(),
                                        List.of(),
                                        visit.application().settings().sessions(),
                                        visit.now()));
        return new Step.Challenge("SELECT_CHALLENGE", Optional.of(session), Map.of(), available);
    }

    /// What somebody can choose from; for nobody, what most could.
    private static List<String> available(Visit visit, Optional<User> user) {
        var pool = visit.pool();
        var allowed =
                pool.settings()
                        .policies()
                        .signInPolicy()
                        .flatMap(PoolSettings.SignInPolicy::allowedFirstAuthFactors)
                        .orElse(List.of("PASSWORD"));
        var all = new ArrayList<String>();
        if (allowed.contains("PASSWORD")
                && user.map(each -> each.password().isPresent()).orElse(true)) {
            all.add("PASSWORD_SRP");
            all.add("PASSWORD");
        }
        if (user.filter(each -> PasskeyFlow.isPossible(visit, each)).isPresent()) {
            all.add(PasskeyFlow.CHALLENGE);
        }
        // Whoever must show a second factor cannot begin with a code.
        if (!pool.settings().mfaConfiguration().equals("ON")) {
            BY_CODE.stream()
                    .filter(allowed::contains)
                    .filter(factor ->
                            user.map(each ->
                                            each.hasVerified(
                                                    factor.equals("EMAIL_OTP")
                                                            ? "email"
                                                            : "phone_number"))
                                    .orElse(true))
                    .forEach(all::add);
        }
        return all;
    }

    static Step answer(
            Visit visit,
            String challenge,
            AuthSession session,
            User user,
            Map<String, String> responses) {
        var answer =
                challenge.equals("SELECT_CHALLENGE")
                        ? Responses.required(responses, "ANSWER")
                        : challenge;
        if (!available(visit, Optional.of(user)).contains(answer)) {
            throw CognitoErrors.invalid("Invalid challenge selected: " + answer);
        }
        visit.change(pools -> {
            pools.sessions(visit.pool()).close(session);
            return true;
        });
        return chosen(visit, user, answer, responses);
    }

    /// Whoever is not there gets no further, and does not see why.
    static Step answerForNobody(Visit visit, AuthSession session) {
        visit.change(pools -> {
            pools.sessions(visit.pool()).close(session);
            return true;
        });
        throw CognitoErrors.incorrect();
    }

    private static Step chosen(
            Visit visit, User user, String challenge, Map<String, String> given) {
        return switch (challenge) {
            case "PASSWORD" -> password(visit, user, given);
            case "PASSWORD_SRP" -> srp(visit, user, given);
            case PasskeyFlow.CHALLENGE -> PasskeyFlow.ask(visit, user);
            default -> SecondFactor.send(visit, user, challenge);
        };
    }

    private static Step password(Visit visit, User user, Map<String, String> given) {
        if (given.containsKey("PASSWORD")) {
            return PasswordFlow.run(visit, user.username(), given.getOrDefault("PASSWORD", ""));
        }
        return Step.Challenge.of(
                "PASSWORD", SecondFactor.begin(visit, user, "PASSWORD", Map.of()), Map.of());
    }

    private static Step srp(Visit visit, User user, Map<String, String> given) {
        if (given.containsKey("SRP_A")) {
            return SrpFlow.begin(
                    visit, user.username(), given.getOrDefault("SRP_A", ""), Map.of(), true);
        }
        return Step.Challenge.of(
                "PASSWORD_SRP",
                SecondFactor.begin(visit, user, "PASSWORD_SRP", Map.of()),
                Map.of());
    }
}
