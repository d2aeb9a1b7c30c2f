package groundschool.emulator.cognitoidentity.operation;

import groundschool.emulator.Access;
import groundschool.emulator.AwsException;
import groundschool.emulator.Call;
import groundschool.emulator.Interaction;
import groundschool.emulator.Turn;
import groundschool.emulator.cognitoidentity.CognitoIdentityErrors;
import groundschool.emulator.cognitoidentity.IdentityPools;
import groundschool.emulator.cognitoidentity.login.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives credentials with a role of the pool: the enhanced flow.
///
/// Source:
/// [GetCredentialsForIdentity](https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetCredentialsForIdentity.html)
public record GetCredentialsForIdentity(
        String identityId, Optional<Map<String, String>> logins, Optional<String> customRoleArn)
        implements CognitoIdentityOperation, Interaction<IdentityPools>, GuestOperation {

    public record Response(String identityId, Credentials credentials) {}

    public record Credentials(
            String accessKeyId, String secretKey, String sessionToken, Instant expiration) {}

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
        var given = visit.credentials(customRoleArn, call);
        return new Response(
                identityId,
                new Credentials(
                        given.accessKeyId(),
                        given.secretAccessKey(),
                        given.sessionToken(),
                        given.expiration()));
    }
}
