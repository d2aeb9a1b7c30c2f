package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.IdentityPools;
import groundschool.emulator.cognitoidentity.login.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives a token that STS takes: the first half of the basic flow.
///
/// Source:
/// [GetOpenIdToken](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetOpenIdToken.html)
public record GetOpenIdToken(String identityId, Optional<Map<String, String>> logins)
        implements CognitoIdentityOperation, Interaction<IdentityPools>, GuestOperation {

    private static final Duration LASTS = Duration.ofMinutes(10);

    public record Response(String identityId, String token) {}

    @Override
    public String named() {
        return identityId;
    }

    @Override
    public AwsException nowhere() {
        return CognitoIdentityErrors.identityNotFound(identityId);
    }

    @Override
    public List<Access> access(IdentityPools pools, Call call) {
        return List.of();
    }

    @Override
    public Response run(Turn<IdentityPools> turn, Call call) {
        var visit = Visit.of(identityId, logins, turn, call);
        if (!visit.pool().settings().classic().orElse(false)) {
            throw CognitoIdentityErrors.noClassicFlow();
        }
        var signer = turn.transition(IdentityPools::signer).orElseThrow();
        return new Response(
                identityId,
                signer.sign(visit.identity(), visit.amr(), visit.tags(), call.now(), LASTS));
    }
}
