package groundschool.emulator.cognito.flow;

import groundschool.emulator.AwsException;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.passkey.Assertion;
import groundschool.emulator.cognito.passkey.Registration;
import groundschool.emulator.cognito.user.User;
import java.util.Map;

/// Signing in by a passkey.
///
/// Source: [Passkey
/// sign-in](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow-methods.html#amazon-cognito-user-pools-authentication-flow-methods-passkey)
final class PasskeyFlow {

    static final String CHALLENGE = "WEB_AUTHN";

    private PasskeyFlow() {}

    /// Whether somebody can. A passkey stands for two factors only where the pool says so.
    static boolean isPossible(Visit visit, User user) {
        var pool = visit.pool();
        var wantsTwo =
                switch (pool.settings().mfaConfiguration()) {
                    case "OFF" -> false;
                    case "ON" -> true;
                    default -> !user.factors().active().isEmpty();
                };
        var isTwo =
                pool.mfa().webAuthn().filter(each -> each.isMultiFactor()).isPresent()
                        && user.factors().webAuthn().orElse(true);
        return (!wantsTwo || isTwo)
                && visit.change(pools -> Assertion.isPossible(pool, user, pools));
    }

    static Step ask(Visit visit, User user) {
        var challenge = visit.change(Registration::challenge);
        var session = SecondFactor.begin(visit, user, CHALLENGE, Map.of("challenge", challenge));
        var validity = visit.application().settings().sessions();
        return Step.Challenge.of(
                CHALLENGE,
                session,
                Map.of(
                        "CREDENTIAL_REQUEST_OPTIONS",
                        visit.change(pools ->
                                Assertion.options(
                                        visit.pool(), user, challenge, validity, pools))));
    }

    /// A challenge is answered once, rightly or not.
    ///
    /// @throws AwsException if it is not
    static Step answer(Visit visit, AuthSession session, User user, String credential) {
        visit.change(pools -> {
            pools.sessions(visit.pool()).close(session);
            return true;
        });
        visit.change(pools -> {
            Assertion.check(credential, session.get("challenge"), visit.pool(), user, pools);
            return true;
        });
        return Step.Done.of(visit, user);
    }
}
