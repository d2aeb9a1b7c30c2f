package groundschool.emulator.cognito.login;

import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.flow.Responses;
import groundschool.emulator.cognito.flow.SoftwareTokens;
import groundschool.emulator.cognito.flow.Step;
import groundschool.emulator.cognito.operation.VerifySoftwareToken;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The pages on which somebody shows a second factor, or chooses a new password.
final class ChallengePages {

    private ChallengePages() {}

    static LoginPage of(Arrival arrival, Step.Challenge challenge, String username) {
        var session = challenge.session().orElse("");
        var to = challenge.parameters().getOrDefault("CODE_DELIVERY_DESTINATION", "");
        return switch (challenge.name()) {
            case "NEW_PASSWORD_REQUIRED" ->
                    newPassword(
                            arrival,
                            session,
                            username,
                            challenge.parameters().getOrDefault("requiredAttributes", "[]"));
            case "SELECT_MFA_TYPE" ->
                    choice(
                            arrival,
                            session,
                            username,
                            challenge.parameters().getOrDefault("MFAS_CAN_CHOOSE", "[]"));
            case "MFA_SETUP" -> setUp(arrival, session, username);
            case "WEB_AUTHN" ->
                    PasskeyPages.asking(
                            arrival,
                            common("WEB_AUTHN", session, username),
                            challenge
                                    .parameters()
                                    .getOrDefault("CREDENTIAL_REQUEST_OPTIONS", "{}"));
            default -> code(arrival, challenge.name(), session, username, to);
        };
    }

    /// The page that was answered, once more.
    static LoginPage again(Arrival arrival, String username) {
        var session = arrival.typed("session");
        return switch (arrival.typed("challenge")) {
            case "NEW_PASSWORD_REQUIRED" ->
                    newPassword(arrival, session, username, arrival.typed("required"));
            case "SELECT_MFA_TYPE" -> choice(arrival, session, username, arrival.typed("choices"));
            case "MFA_SETUP" -> setUpPage(arrival, session, username, arrival.typed("seed"));
            case "WEB_AUTHN" -> PasskeyPages.page(arrival);
            default ->
                    code(
                            arrival,
                            arrival.typed("challenge"),
                            session,
                            username,
                            arrival.typed("to"));
        };
    }

    private static String common(String challenge, String session, String username) {
        return Html.hidden("challenge", challenge)
                + Html.hidden("session", session)
                + Html.hidden("username", username);
    }

    private static LoginPage code(
            Arrival arrival, String challenge, String session, String username, String to) {
        return new LoginPage(
                "Enter your code",
                "",
                to.isEmpty()
                        ? "Open your authenticator application and enter the six digits that it shows."
                        : "A code was sent to %s.".formatted(to),
                arrival.to("/challenge"),
                common(challenge, session, username)
                        + Html.hidden("to", to)
                        + Html.field("code", "Code", "text", "one-time-code", ""),
                "Sign in",
                List.of(Html.link(arrival.to("/login"), "Sign in as somebody else")));
    }

    private static LoginPage newPassword(
            Arrival arrival, String session, String username, String required) {
        var fields =
                new StringBuilder(common("NEW_PASSWORD_REQUIRED", session, username))
                        .append(Html.hidden("required", required))
                        .append(
                                Html.field(
                                        "password",
                                        "New password",
                                        "password",
                                        "new-password",
                                        ""));
        JsonMapper.shared()
                .readTree(required)
                .forEach(name ->
                        fields.append(
                                Html.field(
                                        name.asString(),
                                        SignUpPages.label(
                                                name.asString().replace("userAttributes.", "")),
                                        "text",
                                        "on",
                                        arrival.typed(name.asString()))));
        return new LoginPage(
                "Choose a new password",
                "",
                "Your password was given to you. Choose one of your own.",
                arrival.to("/challenge"),
                fields.toString(),
                "Save and sign in",
                List.of());
    }

    private static LoginPage choice(
            Arrival arrival, String session, String username, String choices) {
        var fields =
                new StringBuilder(common("SELECT_MFA_TYPE", session, username))
                        .append(Html.hidden("choices", choices))
                        .append("<fieldset><legend>How do you want to get your code?</legend>");
        JsonMapper.shared()
                .readTree(choices)
                .forEach(each ->
                        fields.append(
                                "<p><label><input type=\"radio\" name=\"answer\" value=\"%s\" required> %s</label></p>"
                                        .formatted(
                                                Html.escape(each.asString()),
                                                Html.escape(words(each.asString())))));
        return new LoginPage(
                "Choose how to go on",
                "",
                "",
                arrival.to("/challenge"),
                fields + "</fieldset>",
                "Go on",
                List.of());
    }

    private static String words(String factor) {
        return switch (factor) {
            case "SOFTWARE_TOKEN_MFA" -> "Authenticator application";
            case "EMAIL_OTP" -> "E-mail";
            default -> "Text message";
        };
    }

    private static LoginPage setUp(Arrival arrival, String session, String username) {
        var seed =
                arrival.change(pools -> {
                    var user = pools.users(arrival.pool()).named(username);
                    var made = SoftwareTokens.seed(pools.random());
                    pools.users(arrival.pool())
                            .put(user.with(user.factors().pending(made), arrival.now()));
                    return made;
                });
        return setUpPage(arrival, session, username, seed);
    }

    private static LoginPage setUpPage(
            Arrival arrival, String session, String username, String seed) {
        return new LoginPage(
                "Set up an authenticator application",
                "",
                "Add this key to your application, then enter the six digits that it shows. Key: "
                        + seed.replaceAll("(.{4})", "$1 ").strip(),
                arrival.to("/challenge"),
                common("MFA_SETUP", session, username)
                        + Html.hidden("seed", seed)
                        + Html.field("code", "Code", "text", "one-time-code", ""),
                "Verify and sign in",
                List.of());
    }

    /// What comes of the answer that was sent.
    static Step answered(Arrival arrival, Visit visit) {
        var challenge = arrival.typed("challenge");
        var username = arrival.typed("username");
        if (challenge.equals("MFA_SETUP")) {
            return verified(arrival, visit);
        }
        var responses = new HashMap<String, String>();
        responses.put("USERNAME", username);
        switch (challenge) {
            case "NEW_PASSWORD_REQUIRED" -> {
                responses.put("NEW_PASSWORD", arrival.typed("password"));
                arrival.form()
                        .namesFrom("userAttributes.")
                        .forEach(name -> responses.put(name, arrival.typed(name)));
            }
            case "SELECT_MFA_TYPE" -> responses.put("ANSWER", arrival.typed("answer"));
            case "WEB_AUTHN" -> responses.put("CREDENTIAL", arrival.typed("credential"));
            default -> responses.put(challenge + "_CODE", arrival.typed("code"));
        }
        return Responses.proceed(
                visit, challenge, Optional.of(arrival.typed("session")), responses);
    }

    private static Step verified(Arrival arrival, Visit visit) {
        var answer =
                new VerifySoftwareToken(
                                Optional.empty(),
                                Optional.of(arrival.typed("session")),
                                arrival.typed("code"),
                                Optional.empty())
                        .run(visit.turn(), visit.call());
        return Responses.proceed(
                visit,
                "MFA_SETUP",
                answer.session(),
                Map.of("USERNAME", arrival.typed("username")));
    }
}
