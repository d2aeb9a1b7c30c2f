package groundschool.emulator.cognito.risk;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.SecurityMode.Flow;
import groundschool.emulator.cognito.user.User;
import java.util.List;
import java.util.Optional;

/// Watches who signs in, and where the pool wants that, keeps out whoever is probably somebody
/// else.
///
/// Sign-ins by passkeys, by codes as the first factor and by identity providers are not looked at.
///
/// Source: [Advanced security with threat
/// protection](https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html)
public final class ThreatProtection {

    private static final AuthEvent.Challenge RIGHT = new AuthEvent.Challenge("Password", true);
    private static final AuthEvent.Challenge WRONG = new AuthEvent.Challenge("Password", false);

    private ThreatProtection() {}

    /// Keeps out whoever comes from an address that the pool does not want, whatever they are about
    /// to do.
    ///
    /// @param username who that would be
    /// @throws groundschool.emulator.AwsException if the address is such a one
    public static void admit(Visit visit, String username, AuthEvent.Type type) {
        if (!SecurityMode.isEnforced(visit.pool())) {
            return;
        }
        var configuration = Observations.configuration(visit);
        if (visit.context().ipAddress().filter(configuration::isBlocked).isEmpty()) {
            return;
        }
        var risk = new AuthEvent.Risk(AuthEvent.Decision.Block, Optional.empty(), false);
        visit.user(username)
                .ifPresent(user ->
                        Observations.keep(
                                visit, user, type, AuthEvent.Response.Fail, risk, List.of()));
        throw CognitoErrors.notAuthorized("Request not allowed due to security reasons.");
    }

    /// Somebody has shown the first factor.
    ///
    /// @param password that came along; absent where none does
    /// @param hasFactor whether they could show a second
    /// @return the visit, watched from now on if the pool watches
    /// @throws groundschool.emulator.AwsException if they are kept out
    public static Visit shown(
            Visit visit, User user, Flow flow, Optional<String> password, boolean hasFactor) {
        var mode = SecurityMode.of(visit.pool(), flow);
        if (mode == SecurityMode.OFF) {
            return visit;
        }
        var configuration = Observations.configuration(visit);
        var isLeaked =
                configuration.looksAt("SIGN_IN")
                        && password.filter(LeakedPasswords::contains).isPresent();
        var level = level(visit, user, configuration);
        var action = level.map(configuration::action).orElse(RiskConfiguration.Action.NONE);
        var wish = wish(action);
        var isBlocked =
                mode == SecurityMode.ENFORCED
                        && (isLeaked && configuration.blocksLeaked()
                                || action.eventAction().equals("BLOCK")
                                || wish == Watch.Wish.REQUIRED && !hasFactor);
        var event =
                Observations.keep(
                        visit,
                        user,
                        AuthEvent.Type.SignIn,
                        isBlocked ? AuthEvent.Response.Fail : AuthEvent.Response.InProgress,
                        new AuthEvent.Risk(decision(isBlocked, level), level, isLeaked),
                        flow == Flow.STANDARD ? List.of(RIGHT) : List.of());
        if (mode == SecurityMode.AUDIT) {
            return visit.watched(new Watch(event.id(), Watch.Wish.USUAL));
        }
        if (action.isNotified()) {
            var asksMore = wish != Watch.Wish.USUAL && hasFactor;
            Notices.send(visit, user, event, Notices.Kind.of(isBlocked, asksMore), configuration);
        }
        if (isBlocked) {
            throw CognitoErrors.notAuthorized("Unable to login because of security reasons.");
        }
        return visit.watched(new Watch(event.id(), wish));
    }

    private static Watch.Wish wish(RiskConfiguration.Action action) {
        return switch (action.eventAction()) {
            case "MFA_IF_CONFIGURED" -> Watch.Wish.IF_CONFIGURED;
            case "MFA_REQUIRED" -> Watch.Wish.REQUIRED;
            default -> Watch.Wish.USUAL;
        };
    }

    private static AuthEvent.Decision decision(boolean isBlocked, Optional<AuthEvent.Level> level) {
        return isBlocked
                ? AuthEvent.Decision.Block
                : level.isPresent()
                        ? AuthEvent.Decision.AccountTakeover
                        : AuthEvent.Decision.NoRisk;
    }

    private static Optional<AuthEvent.Level> level(
            Visit visit, User user, RiskConfiguration configuration) {
        var context = visit.context();
        if (!context.isKnown()
                || context.ipAddress().filter(configuration::isSkipped).isPresent()) {
            return Optional.empty();
        }
        return Assessment.level(Observations.of(visit, user), context, visit.now());
    }

    /// Somebody has not shown the first factor.
    public static void failed(Visit visit, User user, Flow flow) {
        if (SecurityMode.of(visit.pool(), flow) == SecurityMode.OFF) {
            return;
        }
        var level = level(visit, user, Observations.configuration(visit));
        Observations.keep(
                visit,
                user,
                AuthEvent.Type.SignIn,
                AuthEvent.Response.Fail,
                new AuthEvent.Risk(decision(false, level), level, false),
                flow == Flow.STANDARD ? List.of(WRONG) : List.of());
    }

    /// Somebody has answered for the second factor.
    public static void answered(Visit visit, User user, boolean isRight) {
        visit.watch()
                .ifPresent(watch ->
                        Observations.change(
                                visit,
                                user,
                                watch.event(),
                                event ->
                                        event.with(
                                                new AuthEvent.Challenge("Mfa", isRight),
                                                isRight
                                                        ? AuthEvent.Response.InProgress
                                                        : AuthEvent.Response.Fail)));
    }

    /// Somebody is in.
    ///
    /// @param id of what was kept of the sign-in; absent if nobody watched
    public static void passed(Visit visit, User user, Optional<String> id) {
        id.ifPresent(event ->
                Observations.change(
                        visit, user, event, each -> each.with(AuthEvent.Response.Pass)));
    }

    /// Somebody has done something else about signing in.
    ///
    /// @param password that they have from now on; absent if that is not changed
    public static void note(
            Visit visit,
            User user,
            AuthEvent.Type type,
            AuthEvent.Response response,
            Optional<String> password) {
        if (SecurityMode.of(visit.pool(), Flow.STANDARD) == SecurityMode.OFF) {
            return;
        }
        var occasion = type == AuthEvent.Type.SignUp ? "SIGN_UP" : "PASSWORD_CHANGE";
        var isLeaked =
                password.filter(LeakedPasswords::contains).isPresent()
                        && Observations.configuration(visit).looksAt(occasion);
        var risk = new AuthEvent.Risk(AuthEvent.Decision.NoRisk, Optional.empty(), isLeaked);
        Observations.keep(visit, user, type, response, risk, List.of());
    }

    /// The last thing of a kind that was under way has ended well.
    public static void completed(Visit visit, User user, AuthEvent.Type type) {
        if (SecurityMode.isOff(visit.pool())) {
            return;
        }
        Observations.of(visit, user).stream()
                .filter(event -> event.type() == type)
                .findFirst()
                .filter(event -> event.response() == AuthEvent.Response.InProgress)
                .ifPresent(event -> passed(visit, user, Optional.of(event.id())));
    }

    /// Looks at a password that somebody wants to have.
    ///
    /// @param user absent if they are only about to be one
    /// @param occasion `SIGN_UP` or `PASSWORD_CHANGE`
    /// @throws groundschool.emulator.AwsException if it has leaked, and the pool does not take such
    public static void checkNew(
            Visit visit, Optional<User> user, String password, String occasion) {
        if (SecurityMode.of(visit.pool(), Flow.STANDARD) != SecurityMode.ENFORCED
                || !LeakedPasswords.contains(password)) {
            return;
        }
        var configuration = Observations.configuration(visit);
        if (!configuration.looksAt(occasion) || !configuration.blocksLeaked()) {
            return;
        }
        var risk = new AuthEvent.Risk(AuthEvent.Decision.Block, Optional.empty(), true);
        user.ifPresent(each ->
                Observations.keep(
                        visit,
                        each,
                        AuthEvent.Type.PasswordChange,
                        AuthEvent.Response.Fail,
                        risk,
                        List.of()));
        throw CognitoErrors.of(
                "InvalidPasswordException",
                "Provided password cannot be used for security reasons.");
    }
}
