package groundschool.emulator.cognito.flow;

import groundschool.emulator.cognito.CognitoErrors;
import groundschool.emulator.cognito.Visit;
import groundschool.emulator.cognito.risk.AuthEvent;
import groundschool.emulator.cognito.risk.ThreatProtection;
import groundschool.emulator.cognito.token.AuthenticationResult;
import groundschool.emulator.cognito.token.Tokens;
import groundschool.emulator.cognito.token.Verified;
import groundschool.emulator.cognito.trigger.Trigger;
import groundschool.emulator.cognito.trigger.Triggers;
import groundschool.emulator.cognito.user.Devices;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Signing in, from the first call to the tokens.
///
/// Source: [User pool authentication
/// flow](https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-authentication-flow.html)
public final class SignIn {

    private static final List<String> SCOPES = List.of(Verified.OWN_ACCOUNT);

    private SignIn() {}

    /// Begins.
    ///
    /// @param flow such as `USER_SRP_AUTH`
    /// @param byAdministrator whether the call was signed
    public static Step begin(
            Visit from,
            String flow,
            Map<String, String> parameters,
            Optional<String> session,
            boolean byAdministrator) {
        var visit = from.on(Optional.ofNullable(parameters.get("DEVICE_KEY")));
        return switch (flow) {
            case "USER_SRP_AUTH" -> {
                allow(visit, flow, "%s is not enabled for the client.");
                var username = username(visit, parameters);
                var a = Responses.required(parameters, "SRP_A");
                yield SrpFlow.begin(visit, username, a, Map.of(), false);
            }
            case "USER_PASSWORD_AUTH" -> {
                allow(visit, flow, "%s flow not enabled for this client");
                yield password(visit, parameters);
            }
            case "ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH" -> {
                if (!byAdministrator) {
                    throw CognitoErrors.invalid("Initiate Auth method not supported.");
                }
                if (!visit.application().allows("ADMIN_USER_PASSWORD_AUTH")
                        && !visit.application().allows("ADMIN_NO_SRP_AUTH")) {
                    throw CognitoErrors.invalid("Auth flow not enabled for this client");
                }
                yield password(visit, parameters);
            }
            case "CUSTOM_AUTH" -> {
                if (!visit.application().allows("CUSTOM_AUTH")
                        && !visit.application().allows("CUSTOM_AUTH_FLOW_ONLY")) {
                    throw CognitoErrors.invalid("CUSTOM_AUTH is not enabled for the client.");
                }
                yield CustomFlow.begin(
                        visit,
                        username(visit, parameters),
                        Optional.ofNullable(parameters.get("SRP_A")));
            }
            case "USER_AUTH" -> {
                allow(visit, flow, "%s flow not enabled for this client");
                var username = username(visit, parameters);
                yield session.flatMap(sealed ->
                                SignUpSession.take(
                                        visit, sealed, username, SignUpSession.CONFIRMED))
                        .map(user -> SecondFactor.next(visit, user))
                        .orElseGet(() -> choice(visit, username, parameters));
            }
            default -> throw CognitoErrors.invalid("Initiate Auth method not supported.");
        };
    }

    private static Step choice(Visit visit, String username, Map<String, String> parameters) {
        return Choice.begin(
                visit,
                username,
                Optional.ofNullable(parameters.get("PREFERRED_CHALLENGE")),
                parameters);
    }

    private static Step password(Visit visit, Map<String, String> parameters) {
        var username = username(visit, parameters);
        return PasswordFlow.run(visit, username, Responses.required(parameters, "PASSWORD"));
    }

    private static String username(Visit visit, Map<String, String> parameters) {
        var username = Responses.required(parameters, "USERNAME");
        ThreatProtection.admit(visit, username, AuthEvent.Type.SignIn);
        visit.application()
                .checkSecretHash(Optional.ofNullable(parameters.get("SECRET_HASH")), username);
        return username;
    }

    private static void allow(Visit visit, String flow, String refusal) {
        if (!visit.application().allows(flow)) {
            throw CognitoErrors.invalid(refusal.formatted(flow));
        }
    }

    /// The tokens of somebody who is in.
    public static AuthenticationResult tokens(Visit visit, Step.Done done) {
        return tokens(visit, done, SCOPES, Tokens.Wish.of("TokenGeneration_Authentication", true));
    }

    /// The same with scopes that were asked for.
    public static AuthenticationResult tokens(
            Visit visit, Step.Done done, List<String> scopes, Tokens.Wish wish) {
        var isNew =
                done.device().isEmpty()
                        && visit.pool().settings().deviceConfiguration().isPresent()
                        && wish.withRefresh();
        var device = isNew ? Optional.of(Devices.newKey(visit.pool())) : done.device();
        tellAfter(visit, done, isNew);
        var grant =
                visit.change(pools ->
                        pools.grants(visit.pool())
                                .begin(
                                        done.user(),
                                        visit.application(),
                                        scopes,
                                        done.authTime(),
                                        device,
                                        done.event(),
                                        visit.now()));
        var tokens = Tokens.issue(visit, done.user(), grant, wish);
        return isNew
                ? tokens.on(
                        new AuthenticationResult.NewDeviceMetadata(
                                device.orElseThrow(), Devices.group(visit.pool())))
                : tokens;
    }

    /// Tells the function that wants to know who is in.
    ///
    /// @param isNew whether from a device that the pool does not know
    public static void tellAfter(Visit visit, Step.Done done, boolean isNew) {
        ThreatProtection.passed(visit, done.user(), done.event());
        Triggers.ask(
                visit,
                Trigger.POST_AUTHENTICATION,
                "PostAuthentication_Authentication",
                done.user(),
                Map.of("newDeviceUsed", isNew));
    }
}
