package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.SecurityMode;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import groundschool.emulator.cognito.user.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Signing in by challenges of one's own: functions say which, make them, and look at the answers.
///
/// Source: [Custom authentication challenge Lambda
/// triggers](https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html)
public final class CustomFlow {

    private static final String NAME = "CUSTOM_CHALLENGE";
    private static final int MOST_ROUNDS = 20;

    private CustomFlow() {}

    /// @param a the client's number, if a password comes first
    public static Step begin(Visit visit, String username, Optional<String> a) {
        if (!Triggers.has(visit.pool(), Trigger.DEFINE_AUTH_CHALLENGE)) {
            throw CognitoErrors.invalid(
                    "Custom auth lambda trigger is not configured for the user pool.");
        }
        var user = People.find(visit, username);
        if (a.isEmpty()) {
            People.askBefore(visit, username, user);
        }
        if (user.isEmpty()) {
            throw CognitoErrors.incorrect();
        }
        People.checkConfirmed(user.get());
        if (a.isEmpty()) {
            return define(visit, user.get(), List.of());
        }
        var rounds = List.of(new AuthSession.Round("SRP_A", true, Optional.empty()));
        var asked = defined(visit, user.get(), rounds);
        if (!asked.path("challengeName").asString("").equals("PASSWORD_VERIFIER")) {
            return next(visit, user.get(), rounds, asked);
        }
        return SrpFlow.begin(visit, username, a.get(), Map.of("flow", "CUSTOM_AUTH"), true);
    }

    /// The password was right, which is the second round.
    static Step afterPassword(Visit visit, User user) {
        return define(
                visit,
                user,
                List.of(
                        new AuthSession.Round("SRP_A", true, Optional.empty()),
                        new AuthSession.Round("PASSWORD_VERIFIER", true, Optional.empty())));
    }

    private static Step define(Visit visit, User user, List<AuthSession.Round> rounds) {
        return next(visit, user, rounds, defined(visit, user, rounds));
    }

    private static JsonNode defined(Visit visit, User user, List<AuthSession.Round> rounds) {
        if (rounds.size() > MOST_ROUNDS) {
            throw CognitoErrors.incorrect();
        }
        var more = new LinkedHashMap<String, Object>();
        more.put("session", session(rounds));
        more.put("userNotFound", false);
        return Triggers.ask(
                        visit,
                        Trigger.DEFINE_AUTH_CHALLENGE,
                        "DefineAuthChallenge_Authentication",
                        user,
                        more)
                .orElseThrow();
    }

    private static Step next(
            Visit visit, User user, List<AuthSession.Round> rounds, JsonNode defined) {
        if (defined.path("failAuthentication").asBoolean(false)) {
            ThreatProtection.failed(visit, user, SecurityMode.Flow.CUSTOM);
            throw CognitoErrors.incorrect();
        }
        if (defined.path("issueTokens").asBoolean(false)) {
            var watched =
                    ThreatProtection.shown(
                            visit,
                            user,
                            SecurityMode.Flow.CUSTOM,
                            Optional.empty(),
                            SecondFactor.hasOne(visit, user));
            return SecondFactor.afterChallenges(watched, user);
        }
        var name = defined.path("challengeName").asString("");
        if (!name.equals(NAME)) {
            throw CognitoErrors.lambdaAnswer("Unrecognizable lambda output");
        }
        return create(visit, user, rounds, name);
    }

    private static Step create(
            Visit visit, User user, List<AuthSession.Round> rounds, String name) {
        var more = new LinkedHashMap<String, Object>();
        more.put("challengeName", name);
        more.put("session", session(rounds));
        more.put("userNotFound", false);
        var made =
                Triggers.ask(
                                visit,
                                Trigger.CREATE_AUTH_CHALLENGE,
                                "CreateAuthChallenge_Authentication",
                                user,
                                more)
                        .orElseThrow(() ->
                                CognitoErrors.invalid(
                                        "Custom auth lambda trigger is not configured for the user pool."));
        var data = new HashMap<String, String>();
        texts(made.path("privateChallengeParameters"))
                .forEach((key, value) -> data.put("private." + key, value));
        var metadata = made.path("challengeMetadata").asString("");
        data.put("metadata", metadata);
        var shown = texts(made.path("publicChallengeParameters"));
        shown.put("USERNAME", user.username());
        var session =
                visit.change(pools ->
                        pools.sessions(visit.pool())
                                .begin(
                                        visit.clientId(),
                                        Optional.of(user.username()),
                                        NAME,
                                        data,
                                        rounds,
                                        visit.application().settings().sessions(),
                                        visit.now()));
        return Step.Challenge.of(NAME, session, shown);
    }

    /// Somebody has answered.
    static Step answer(Visit visit, AuthSession session, User user, String answer) {
        visit.change(pools -> {
            pools.sessions(visit.pool()).close(session);
            return true;
        });
        var hidden = new LinkedHashMap<String, String>();
        session.data()
                .forEach((key, value) -> {
                    if (key.startsWith("private.")) {
                        hidden.put(key.substring("private.".length()), value);
                    }
                });
        var more = new LinkedHashMap<String, Object>();
        more.put("privateChallengeParameters", hidden);
        more.put("challengeAnswer", answer);
        more.put("userNotFound", false);
        var checked =
                Triggers.ask(
                                visit,
                                Trigger.VERIFY_AUTH_CHALLENGE,
                                "VerifyAuthChallengeResponse_Authentication",
                                user,
                                more)
                        .orElseThrow(() ->
                                CognitoErrors.invalid(
                                        "Custom auth lambda trigger is not configured for the user pool."));
        var rounds = new ArrayList<>(session.rounds());
        rounds.add(
                new AuthSession.Round(
                        NAME,
                        checked.path("answerCorrect").asBoolean(false),
                        Optional.of(session.get("metadata")).filter(text -> !text.isEmpty())));
        return define(visit, user, rounds);
    }

    private static Map<String, String> texts(JsonNode object) {
        var all = new LinkedHashMap<String, String>();
        object.propertyStream()
                .filter(each -> !each.getValue().isNull())
                .forEach(each ->
                        all.put(
                                each.getKey(),
                                each.getValue().isString()
                                        ? each.getValue().asString()
                                        : each.getValue().toString()));
        return all;
    }

    private static List<Map<String, Object>> session(List<AuthSession.Round> rounds) {
        return rounds.stream()
                .map(round -> {
                    var all = new LinkedHashMap<String, Object>();
                    all.put("challengeName", round.challengeName());
                    all.put("challengeResult", round.challengeResult());
                    round.challengeMetadata().ifPresent(text -> all.put("challengeMetadata", text));
                    return (Map<String, Object>) all;
                })
                .toList();
    }
}
