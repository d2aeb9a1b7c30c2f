package groundschool.emulator.cognito.operation;

import groundschool.emulator.Call;
import groundschool.emulator.cognito.Bearer;
import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.UserPools;
import groundschool.emulator.cognito.flow.AuthSession;
import groundschool.emulator.cognito.flow.Sessions;
import groundschool.emulator.cognito.pool.Pool;
import groundschool.emulator.cognito.token.Verified;
import groundschool.emulator.cognito.user.User;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who has signed in, or is about to.
///
/// @param sealed the sign-in that is under way; absent if an access token was shown
record TokenOrSession(Pool pool, User user, Optional<AuthSession> sealed) {

    static Bearer bearer(Optional<String> token, Optional<String> session) {
        return token.<Bearer>map(Bearer.Token::new)
                .or(() -> session.map(Bearer.Session::new))
                .orElseThrow(() -> CognitoErrors.missing("AccessToken or Session"));
    }

    static TokenOrSession of(
            Optional<String> token, Optional<String> session, UserPools pools, Call call) {
        if (token.isPresent()) {
            var holder = Verified.holder(token.get(), pools, call.now());
            return new TokenOrSession(holder.pool(), holder.user(), Optional.empty());
        }
        var sealed = session.orElseThrow(() -> CognitoErrors.missing("AccessToken or Session"));
        var pool =
                pools.seals()
                        .open(sealed)
                        .flatMap(Sessions::pool)
                        .flatMap(pools::find)
                        .orElseThrow(CognitoErrors::sessionInvalid);
        var open = pools.sessions(pool).open(sealed, call.now());
        if (!open.asked().equals("MFA_SETUP")) {
            throw CognitoErrors.sessionInvalid();
        }
        var user =
                open.username()
                        .flatMap(name -> pools.users(pool).exactly(name))
                        .filter(User::enabled)
                        .orElseThrow(CognitoErrors::sessionInvalid);
        return new TokenOrSession(pool, user, Optional.of(open));
    }

    /// The session in the place of the one that was used, if one was.
    ///
    /// @param isVerified whether the application is, so that the sign-in can go on
    Optional<String> next(UserPools pools, boolean isVerified, Call call) {
        return sealed.map(open -> {
            pools.sessions(pool).close(open);
            return pools.sessions(pool)
                    .begin(
                            open.clientId(),
                            open.username(),
                            open.asked(),
                            Map.of("verified", Boolean.toString(isVerified)),
                            List.of(),
                            pools.client(open.clientId()).settings().sessions(),
                            call.now());
        });
    }
}
