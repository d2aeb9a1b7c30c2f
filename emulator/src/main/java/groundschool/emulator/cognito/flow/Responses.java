package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.risk.Watch;
import groundschool.emulator.cognito.user.User;
import java.util.Map;
import java.util.Optional;

/// Answers to challenges.
///
/// Source:
/// [RespondToAuthChallenge](https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html)
public final class Responses {

    private Responses() {}

    /// A parameter that must be there.
    ///
    /// @throws groundschool.emulator.AwsException if it is not
    static String required(Map<String, String> parameters, String name) {
        var value = parameters.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw CognitoErrors.missing(name);
        }
        return value;
    }

    /// What comes of an answer.
    ///
    /// @throws groundschool.emulator.AwsException if it is wrong, or to no question
    public static Step answer(
            Visit visit,
            String challenge,
            Optional<String> session,
            Map<String, String> responses) {
        var username = required(responses, "USERNAME");
        visit.application()
                .checkSecretHash(Optional.ofNullable(responses.get("SECRET_HASH")), username);
        return proceed(visit, challenge, session, responses);
    }

    /// The same for an application that has shown who it is in another way.
    public static Step proceed(
            Visit from, String challenge, Optional<String> session, Map<String, String> responses) {
        var visit = from.on(Optional.ofNullable(responses.get("DEVICE_KEY")));
        var username = required(responses, "USERNAME");
        var sealed =
                challenge.endsWith("PASSWORD_VERIFIER")
                        ? Optional.of(required(responses, "PASSWORD_CLAIM_SECRET_BLOCK"))
                        : session;
        var open =
                open(visit, challenge, sealed.orElseThrow(() -> CognitoErrors.missing("Session")));
        ThreatProtection.admit(visit, username, AuthEvent.Type.SignIn);
        if (challenge.equals("PASSWORD_VERIFIER")) {
            return afterSrp(visit, open, SrpFlow.check(visit, open, responses));
        }
        if (open.username().isEmpty()) {
            return Choice.answerForNobody(visit, open);
        }
        var user =
                open.username()
                        .flatMap(visit::user)
                        .filter(User::enabled)
                        .orElseThrow(CognitoErrors::incorrect);
        if (visit.user(username).filter(each -> each.sub().equals(user.sub())).isEmpty()) {
            throw CognitoErrors.sessionInvalid();
        }
        var watched = Watch.of(open.get("watch")).map(visit::watched).orElse(visit);
        return answer(watched, challenge, open, user, responses);
    }

    private static AuthSession open(Visit visit, String challenge, String sealed) {
        var open = visit.change(pools -> pools.sessions(visit.pool()).open(sealed, visit.now()));
        if (!open.clientId().equals(visit.clientId()) || !open.asked().equals(challenge)) {
            throw CognitoErrors.sessionInvalid();
        }
        return open;
    }

    private static Step answer(
            Visit visit,
            String challenge,
            AuthSession session,
            User user,
            Map<String, String> responses) {
        return switch (challenge) {
            case "NEW_PASSWORD_REQUIRED" ->
                    AfterPassword.answerNewPassword(visit, session, user, responses);
            case "SMS_MFA" ->
                    Step.Done.of(
                            visit,
                            SecondFactor.answerCode(
                                    visit, session, user, required(responses, "SMS_MFA_CODE")));
            case "EMAIL_OTP" ->
                    Step.Done.of(
                            visit,
                            SecondFactor.answerCode(
                                    visit, session, user, required(responses, "EMAIL_OTP_CODE")));
            case "SMS_OTP" ->
                    Step.Done.of(
                            visit,
                            SecondFactor.answerCode(
                                    visit, session, user, required(responses, "SMS_OTP_CODE")));
            case "SOFTWARE_TOKEN_MFA" ->
                    Step.Done.of(
                            visit,
                            SecondFactor.answerToken(
                                    visit,
                                    session,
                                    user,
                                    required(responses, "SOFTWARE_TOKEN_MFA_CODE")));
            case "SELECT_MFA_TYPE" ->
                    SecondFactor.answerChoice(visit, session, user, required(responses, "ANSWER"));
            case "MFA_SETUP" -> afterSetUp(visit, session, user);
            case "DEVICE_SRP_AUTH" -> DeviceFlow.offer(visit, session, user, responses);
            case "DEVICE_PASSWORD_VERIFIER" -> DeviceFlow.check(visit, session, user, responses);
            case "CUSTOM_CHALLENGE" ->
                    CustomFlow.answer(visit, session, user, required(responses, "ANSWER"));
            case "WEB_AUTHN" ->
                    PasskeyFlow.answer(visit, session, user, required(responses, "CREDENTIAL"));
            case "SELECT_CHALLENGE", "PASSWORD", "PASSWORD_SRP" ->
                    Choice.answer(visit, challenge, session, user, responses);
            default -> throw CognitoErrors.invalid("Unsupported challenge: " + challenge);
        };
    }

    private static Step afterSrp(Visit visit, AuthSession session, User user) {
        return session.get("flow").equals("CUSTOM_AUTH")
                ? CustomFlow.afterPassword(visit, user)
                : AfterPassword.next(visit, user, Optional.empty());
    }

    /// The authenticator application was verified in this session.
    private static Step afterSetUp(Visit visit, AuthSession session, User user) {
        if (!session.get("verified").equals("true")) {
            throw CognitoErrors.sessionInvalid();
        }
        visit.change(pools -> {
            pools.sessions(visit.pool()).close(session);
            return true;
        });
        return Step.Done.of(visit, user);
    }
}
