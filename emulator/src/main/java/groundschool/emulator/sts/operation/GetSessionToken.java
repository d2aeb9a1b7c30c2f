package groundschool.emulator.sts.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Principal;
import groundschool.emulator.Session;
import groundschool.emulator.iam.Identities;
import groundschool.emulator.sts.StsErrors;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives a user temporary credentials with the user's own permissions, with a second factor or
/// without. No policy can deny it.
///
/// Source:
/// [GetSessionToken](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html)
public record GetSessionToken(
        Optional<Integer> durationSeconds,
        Optional<String> serialNumber,
        Optional<String> tokenCode)
        implements StsOperation {

    private static final int USUAL_SECONDS = 43_200;

    /// Root's end sooner.
    private static final int ROOT_SECONDS = 3600;

    public record Response(Credentials credentials) {}

    @Override
    public List<Access> access(Identities identities, Call call) {
        return List.of();
    }

    @Override
    public Response run(Identities identities, Call call) {
        var now = call.now().truncatedTo(ChronoUnit.SECONDS);
        var mfa = MfaProof.check(serialNumber, tokenCode, identities, call);
        var seconds = durationSeconds.orElse(USUAL_SECONDS);
        var lasts =
                call.principal() instanceof Principal.Root
                        ? Math.min(seconds, ROOT_SECONDS)
                        : seconds;
        var session =
                new Session(
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        now,
                        now.plusSeconds(lasts),
                        mfa,
                        Optional.empty(),
                        Map.of());
        return new Response(
                Credentials.of(
                        call.keys().temporary(principal(call.principal(), session)),
                        session.expiresAt()));
    }

    private static Principal principal(Principal caller, Session session) {
        return switch (caller) {
            case Principal.User(var account, var path, var name, var id, var before)
                    when before.isEmpty() ->
                    new Principal.User(account, path, name, id, Optional.of(session));
            case Principal.Root root -> root;
            case Principal.User _,
                    Principal.RoleSession _,
                    Principal.FederatedUser _,
                    Principal.FederatedIdentity _,
                    Principal.Anonymous _,
                    Principal.AwsService _,
                    Principal.Inspector _ ->
                    throw StsErrors.accessDenied(
                            "Cannot call GetSessionToken with session credentials");
        };
    }
}
